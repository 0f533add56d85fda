import java.io.IOException;
import java.nio.file.Files;
import javafx.css.Stylesheet;

/// Style sheets in JavaFX's binary form, which it takes where one lies beside the text: reading 30 kB
/// of style sheet as text takes a fresh JVM three times as long.
final class StyleSheets {

  private StyleSheets() {}

  static boolean isText(String entry) {
    return entry.endsWith(".css");
  }

  static String binaryName(String entry) {
    return entry.substring(0, entry.length() - ".css".length()) + ".bss";
  }

  static byte[] binary(byte[] text) throws IOException {
    var from = Files.createTempFile("sheet", ".css");
    var to = Files.createTempFile("sheet", ".bss");
    try {
      Files.write(from, text);
      Stylesheet.convertToBinary(from.toFile(), to.toFile());
      return Files.readAllBytes(to);
    } finally {
      Files.delete(from);
      Files.delete(to);
    }
  }
}
