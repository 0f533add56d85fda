package kelvin.ui.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all: an older one survives a full disk.
final class WholeFile {

  private WholeFile() {}

  /// What is to be written.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Path file, Content content) throws IOException {
    // Beside the file, so that the last step is a rename, and with the rights of any new file.
    var part = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".part");
    try {
      try (var out = Files.newOutputStream(part)) {
        content.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
