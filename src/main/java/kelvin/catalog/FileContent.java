package kelvin.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kelvin.inference.ModelLoadException;
import kelvin.inference.PlainFile;

/// Recognises files of failed downloads before a parser reads them.
final class FileContent {

  private FileContent() {}

  static void check(Path file) throws ModelLoadException {
    var again = "Download the file again.";
    PlainFile.check(file);
    try (InputStream in = Files.newInputStream(file)) {
      var head = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
      if (head.isEmpty()) {
        throw new ModelLoadException(file, "this file is empty.", again);
      }
      if (head.startsWith("version https://git-lfs")) {
        throw new ModelLoadException(
            file,
            "this is a Git LFS pointer, not the file itself.",
            "Run git lfs pull in its folder, or download the file.");
      }
      var start = head.stripLeading().toLowerCase(Locale.ROOT);
      if (start.startsWith("<!doctype") || start.startsWith("<html")) {
        throw new ModelLoadException(file, "this is a web page, not the file itself.", again);
      }
    } catch (IOException e) {
      throw new ModelLoadException(
          file, "this file cannot be read.", "Check that it exists and its permissions.", e);
    }
  }
}
