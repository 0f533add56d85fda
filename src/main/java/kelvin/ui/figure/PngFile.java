package kelvin.ui.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Writes a JavaFX image as a PNG.
///
/// The only class that uses AWT's image classes: JavaFX has no encoder, and the JDK's is well
/// maintained.
public final class PngFile {

  private PngFile() {}

  /// Writes the file completely or not at all, so that an existing file survives a full disk.
  public static void write(Image image, Path file) throws IOException {
    WholeFile.write(file, encode(image)::writeTo);
  }

  /// @throws IOException if this Java has no encoder
  static ByteArrayOutputStream encode(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    buffered.setRGB(0, 0, width, height, pixels, 0, width);
    ImageIO.setUseCache(false);
    var encoded = new ByteArrayOutputStream();
    if (!ImageIO.write(buffered, "png", encoded)) {
      throw new IOException("this Java has no PNG encoder");
    }
    return encoded;
  }
}
