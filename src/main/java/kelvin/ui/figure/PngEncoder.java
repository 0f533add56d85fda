package kelvin.ui.figure;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Encodes an image as PNG with 8 bits for red, green and blue each, and without transparency
/// ([PNG, third edition](https://www.w3.org/TR/png-3/)).
///
/// JavaFX has no encoder. The JDK's belongs to AWT, which took 4 MB of the installed program and
/// which nothing else used.
final class PngEncoder {

  /// Bytes of a pixel: red, green, blue.
  private static final int PIXEL_BYTES = 3;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte TRUE_COLOUR = 2;
  private static final byte NO_FILTER = 0;

  private PngEncoder() {}

  static void encode(Image image, OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    data.write(SIGNATURE);
    chunk(data, "IHDR", header((int) image.getWidth(), (int) image.getHeight()));
    chunk(data, "IDAT", pixels(image));
    chunk(data, "IEND", new byte[0]);
    data.flush();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    var name = type.getBytes(StandardCharsets.US_ASCII);
    var checksum = new CRC32();
    checksum.update(name);
    checksum.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) checksum.getValue());
  }

  private static byte[] header(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var data = new DataOutputStream(bytes);
    data.writeInt(width);
    data.writeInt(height);
    data.writeByte(Byte.SIZE);
    data.writeByte(TRUE_COLOUR);
    // The only method of compression, the only set of filters, and rows from top to bottom.
    data.write(new byte[3]);
    return bytes.toByteArray();
  }

  /// The compressed rows. They are not filtered: drawings of even colours and text compress better
  /// as they are.
  private static byte[] pixels(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var pixels = new int[width];
    var row = new byte[1 + width * PIXEL_BYTES];
    row[0] = NO_FILTER;
    var compressed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(compressed)) {
      for (int y = 0; y < height; y++) {
        image
            .getPixelReader()
            .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        put(pixels, row);
        deflater.write(row);
      }
    }
    return compressed.toByteArray();
  }

  private static void put(int[] pixels, byte[] row) {
    int at = 1;
    for (int pixel : pixels) {
      row[at++] = (byte) (pixel >> 16);
      row[at++] = (byte) (pixel >> 8);
      row[at++] = (byte) pixel;
    }
  }
}
