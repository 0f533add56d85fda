package kelvin.ui.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import kelvin.workspace.file.PartFile;

/// Writes a file completely or not at all, so that an older one survives a full disk.
final class WholeFile {

  private WholeFile() {}

  /// The content to write.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Path file, Content content) throws IOException {
    // Renaming would replace an empty folder.
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is a folder; choose another name");
    }
    // In the folder of the file, so that the last step is a rename; and with the permissions of any
    // new file.
    var part = PartFile.beside(file);
    try {
      try (var out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        content.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
