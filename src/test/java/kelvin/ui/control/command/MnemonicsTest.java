package kelvin.ui.control.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// A user reaches each item of a menu by its underlined letter, which no other item has.
class MnemonicsTest {

  @Test
  void theFirstLetterComesFirstThenThoseOfTheOtherWords() {
    var letters = new Mnemonics();

    assertEquals("_Save", letters.mark("Save"));
    assertEquals("Save _as …", letters.mark("Save as …"));
    assertEquals("S_tep", letters.mark("Step"));
  }

  @Test
  void anItemWhoseLettersAreAllTakenHasNone() {
    var letters = new Mnemonics();
    letters.mark("abc");
    letters.mark("bca");
    letters.mark("cab");

    assertEquals("abc", letters.mark("abc"));
  }

  @Test
  void anUnderscoreInANameIsShown() {
    assertEquals("_my__model", new Mnemonics().mark("my_model"));
    assertEquals("a__b", Mnemonics.plain("a_b"));
  }
}
