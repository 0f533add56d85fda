package kelvin.ui.figure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Writes a JavaFX image as a PNG.
///
/// The one place that uses AWT's image classes: JavaFX has no encoder, and the JDK's is kept by
/// others.
public final class PngFile {

  private PngFile() {}

  /// Written whole or not at all: an existing file survives a full disk.
  public static void write(Image image, Path file) throws IOException {
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
    replace(file, encoded.toByteArray());
  }

  private static void replace(Path file, byte[] content) throws IOException {
    var folder = file.toAbsolutePath().normalize().resolveSibling("");
    var part = Files.createTempFile(folder, ".kelvin-", ".png");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
