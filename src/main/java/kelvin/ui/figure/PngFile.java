package kelvin.ui.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;

/// Writes a JavaFX image as a PNG.
public final class PngFile {

  private PngFile() {}

  /// Writes the file completely or not at all, so that an existing file survives a full disk.
  public static void write(Image image, Path file) throws IOException {
    WholeFile.write(file, encode(image)::writeTo);
  }

  static ByteArrayOutputStream encode(Image image) throws IOException {
    var encoded = new ByteArrayOutputStream();
    PngEncoder.encode(image, encoded);
    return encoded;
  }
}
