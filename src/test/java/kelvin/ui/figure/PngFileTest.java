package kelvin.ui.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import kelvin.text.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A picture is not written, or is written over another file.
class PngFileTest {

  @Test
  void theFileHoldsThePixels(@TempDir Path folder) throws IOException {
    var image = new WritableImage(2, 1);
    image.getPixelWriter().setColor(0, 0, Color.RED);
    image.getPixelWriter().setColor(1, 0, Color.WHITE);

    PngFile.write(image, folder.resolve("a.png"));

    var read = ImageIO.read(folder.resolve("a.png").toFile());
    assertEquals(0xFFFF0000, read.getRGB(0, 0));
    assertEquals(0xFFFFFFFF, read.getRGB(1, 0));
  }

  @Test
  void everyPixelOfALargePictureIsReadBackAsItWas(@TempDir Path folder) throws IOException {
    int width = 301;
    int height = 203;
    var random = new Random(1);
    var pixels = random.ints((long) width * height).map(each -> each | 0xFF000000).toArray();
    var image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);

    PngFile.write(image, folder.resolve("a.png"));

    var read = ImageIO.read(folder.resolve("a.png").toFile());
    assertArrayEquals(pixels, read.getRGB(0, 0, width, height, null, 0, width));
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind(@TempDir Path folder) throws IOException {
    var target = Files.createDirectory(folder.resolve("taken.png"));
    Files.writeString(target.resolve("inside"), "kept");

    var e = assertThrows(IOException.class, () -> PngFile.write(new WritableImage(1, 1), target));

    assertEquals("it is a folder; choose another name", Reason.of(e));

    try (var left = Files.list(folder)) {
      assertArrayEquals(new Object[] {target}, left.toArray());
    }
  }

  @Test
  void anEmptyFolderIsNotReplaced(@TempDir Path folder) throws IOException {
    var target = Files.createDirectory(folder.resolve("taken.png"));

    var e = assertThrows(IOException.class, () -> PngFile.write(new WritableImage(1, 1), target));

    assertEquals("it is a folder; choose another name", Reason.of(e));
    assertTrue(Files.isDirectory(target));
  }

  @Test
  void aLinkPutWhereTheTemporaryFileIsExpectedIsNotFollowed(@TempDir Path folder)
      throws IOException {
    var victim = Files.writeString(folder.resolve("victim"), "precious");
    Files.createSymbolicLink(folder.resolve(".a.png.part"), victim);

    PngFile.write(new WritableImage(1, 1), folder.resolve("a.png"));

    assertEquals("precious", Files.readString(victim));
  }
}
