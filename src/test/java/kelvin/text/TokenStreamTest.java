package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenStreamTest {

  private final TokenStream stream = new TokenStream();

  @Test
  void passesWholeCharactersThrough() {
    assertEquals("Once ", stream.accept(utf8("Once ")));
    assertEquals("upon", stream.accept(utf8("upon")));
    assertEquals("", stream.finish());
  }

  @Test
  void holdsAnEmojiBackUntilItsLastByte() {
    byte[] emoji = utf8("😀");

    assertEquals("", stream.accept(new byte[] {emoji[0]}));
    assertEquals("", stream.accept(new byte[] {emoji[1], emoji[2]}));
    assertEquals("😀", stream.accept(new byte[] {emoji[3]}));
    assertEquals("", stream.finish());
  }

  @Test
  void returnsCompleteCharactersBeforeAnIncompleteOne() {
    byte[] text = utf8("a😀b");

    assertEquals("a", stream.accept(Arrays.copyOf(text, 3)));
    assertEquals("😀b", stream.accept(Arrays.copyOfRange(text, 3, text.length)));
  }

  @Test
  void anEmptyTokenChangesNothing() {
    stream.accept(new byte[] {utf8("é")[0]});

    assertEquals("", stream.accept(new byte[0]));
    assertEquals("é", stream.accept(new byte[] {utf8("é")[1]}));
  }

  @Test
  void invalidBytesBecomeReplacementCharacters() {
    assertEquals("\uFFFDa", stream.accept(new byte[] {(byte) 0x80, 'a'}));
  }

  @Test
  void aCharacterThatIsBrokenOffByAnotherBecomesAReplacementCharacter() {
    stream.accept(new byte[] {(byte) 0xF0, (byte) 0x9F});

    assertEquals("\uFFFDx", stream.accept(utf8("x")));
  }

  @Test
  void bytesHeldAtTheEndBecomeAReplacementCharacter() {
    stream.accept(Arrays.copyOf(utf8("😀"), 3));

    assertEquals("\uFFFD", stream.finish());
  }

  @Test
  void startsAgainAfterTheEnd() {
    stream.accept(new byte[] {(byte) 0xF0});
    stream.finish();

    assertEquals("b", stream.accept(utf8("b")));
    assertEquals("", stream.finish());
  }

  @Test
  void anyTextSplitAnywhereIsRestored() {
    var random = new Random(4);
    for (int round = 0; round < 300; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        text.appendCodePoint(
            "aé€😀\n\0".codePointAt(new int[] {0, 1, 2, 3, 5, 6}[random.nextInt(6)]));
      }
      byte[] bytes = utf8(text.toString());
      var decoded = new StringBuilder();

      for (int from = 0; from < bytes.length; ) {
        int to = Math.min(bytes.length, from + random.nextInt(4));
        decoded.append(stream.accept(Arrays.copyOfRange(bytes, from, to)));
        from = to;
      }
      decoded.append(stream.finish());

      assertEquals(text.toString(), decoded.toString());
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
