package kelvin.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kelvin.text.Span;
import org.junit.jupiter.api.Test;

/// A word is found wherever it stands in the running text.
class OccurrencesTest {

  private final Occurrences two = Occurrences.of("she", "She said that she fled.");

  @Test
  void theCaseOfLettersDoesNotMatter() {
    assertEquals(List.of(new Span(0, 3), new Span(14, 17)), two.spans());
  }

  @Test
  void placesDoNotOverlap() {
    assertEquals(List.of(new Span(0, 2), new Span(2, 4)), Occurrences.of("aa", "aaaaa").spans());
  }

  @Test
  void theSearchGoesOnFromTheCaretAndBeginsAnewAtTheEnd() {
    assertEquals(0, two.from(0));
    assertEquals(1, two.from(1));
    assertEquals(0, two.from(15));
    assertEquals(0, two.before(14));
    assertEquals(1, two.before(0));
    assertEquals("2 of 2", two.describe(1));
  }

  @Test
  void nothingIsFoundForAnEmptyOrAStrangeWord() {
    assertEquals(Occurrences.NONE, Occurrences.of("", "text"));
    assertEquals(-1, Occurrences.of("word", "text").from(0));
    assertEquals(-1, Occurrences.of("word", "text").before(3));
    assertEquals("not in the text", Occurrences.NONE.describe(-1));
  }
}
