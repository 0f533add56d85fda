package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "0020, ␣",
    "000A, ⏎",
    "0009, ⇥",
    "0000, ␀",
    "000D, ␍",
    "001B, ␛",
    "007F, ␡",
    "0085, ⟨U+0085⟩",
    "00A0, ⟨U+00A0⟩",
    "00AD, ⟨U+00AD⟩",
    "200B, ⟨U+200B⟩",
    "200D, ⟨U+200D⟩",
    "2028, ⟨U+2028⟩",
    "202E, ⟨U+202E⟩",
    "3000, ⟨U+3000⟩",
    "D800, ⟨U+D800⟩",
    "E000, ⟨U+E000⟩",
    "FEFF, ⟨U+FEFF⟩",
    "E0001, ⟨U+E0001⟩"
  })
  void showsCharactersWithoutAGlyph(String codePoint, String visible) {
    var text = Character.toString(Integer.parseInt(codePoint, 16));

    assertEquals(visible, VisibleText.of(text));
  }

  @Test
  void leavesLettersMarksAndEmojiAlone() {
    var text = "naïve,e\u0301,Ωж中😀\uFFFD";

    assertEquals(text, VisibleText.of(text));
  }

  @Test
  void showsEachOfSeveralSpaces() {
    assertEquals("␣␣a⏎⏎", VisibleText.of("  a\n\n"));
  }

  @Test
  void showsBytesInHexadecimal() {
    assertEquals("⟨F0 9F⟩", VisibleText.ofBytes(new byte[] {(byte) 0xF0, (byte) 0x9F}));
  }
}
