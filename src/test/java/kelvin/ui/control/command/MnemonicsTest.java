package kelvin.ui.control.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A user reaches each item of a menu by its underlined letter, which no other item has.
class MnemonicsTest {

  @Test
  void theFirstLetterComesFirstThenThoseOfTheOtherWords() {
    assertEquals(
        List.of("_Save", "Save _as …", "S_tep"),
        Mnemonics.mark(List.of("Save", "Save as …", "Step")));
  }

  @Test
  void aNameWithOtherLettersGivesItsLetterToOneWithout() {
    assertEquals(List.of("a_b", "_a"), Mnemonics.mark(List.of("ab", "a")));
    assertEquals(List.of("ab_c", "_b", "_a"), Mnemonics.mark(List.of("abc", "b", "a")));
  }

  @Test
  void anItemWhoseLettersAreAllTakenHasNone() {
    assertEquals(
        List.of("_abc", "_bca", "_cab", "abc"),
        Mnemonics.mark(List.of("abc", "bca", "cab", "abc")));
  }

  @Test
  void anUnderscoreInANameIsShown() {
    assertEquals(List.of("_my__model"), Mnemonics.mark(List.of("my_model")));
    assertEquals("a__b", Mnemonics.plain("a_b"));
  }
}
