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

  @ParameterizedTest
  @CsvSource({
    "0000, ␀",
    "0007, ␇",
    "0008, ␈",
    "000B, ␋",
    "000D, ␍",
    "001B, ␛",
    "007F, ␡",
    "0080, ⟨U+0080⟩",
    "009B, ⟨U+009B⟩",
    "009F, ⟨U+009F⟩",
    "061C, ⟨U+061C⟩",
    "200E, ⟨U+200E⟩",
    "202A, ⟨U+202A⟩",
    "202E, ⟨U+202E⟩",
    "2066, ⟨U+2066⟩",
    "2069, ⟨U+2069⟩",
    "2028, ⟨U+2028⟩"
  })
  void ofControlsAndOrderOfTextNothingIsLeft(String codePoint, String visible) {
    var text = "a " + Character.toString(Integer.parseInt(codePoint, 16)) + "b";

    assertEquals("a " + visible + "b", VisibleText.ofControls(text));
  }

  @Test
  void whatMakesTheLayoutOfATextStays() {
    var text = "a b\tc\r\nd\n👩\u200D👧 می\u200Cخواهم\u00A0e";

    assertEquals(text, VisibleText.ofControls(text));
    assertEquals("a b⇥c␍⏎d", VisibleText.ofLine("a b\tc\r\nd"));
  }

  @Test
  void showsBytesInHexadecimal() {
    assertEquals("⟨F0 9F⟩", VisibleText.ofBytes(new byte[] {(byte) 0xF0, (byte) 0x9F}));
  }
}
