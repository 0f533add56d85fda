package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteLevelTest {

  @Test
  void printableCharactersStandForThemselves() {
    assertArrayEquals(new byte[] {'!', 'A', '~'}, ByteLevel.decode("!A~"));
    assertArrayEquals(new byte[] {(byte) 0xA1, (byte) 0xAE, (byte) 0xFF}, ByteLevel.decode("¡®ÿ"));
  }

  @Test
  void theOtherBytesAreShiftedUpInOrder() {
    assertArrayEquals(new byte[] {0, ' ', '\n'}, ByteLevel.decode("ĀĠĊ"));
    assertArrayEquals(
        new byte[] {0x7F, (byte) 0x80, (byte) 0xA0, (byte) 0xAD}, ByteLevel.decode("ġĢłŃ"));
  }

  @Test
  void aCharacterOutsideTheMapIsItsUtf8() {
    assertArrayEquals("中".getBytes(StandardCharsets.UTF_8), ByteLevel.decode("中"));
    assertArrayEquals("😀".getBytes(StandardCharsets.UTF_8), ByteLevel.decode("😀"));
  }
}
