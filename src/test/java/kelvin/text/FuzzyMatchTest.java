package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// A user who types a part of a name finds what it belongs to, and the likeliest thing first.
class FuzzyMatchTest {

  @Test
  void anEmptyQueryFitsEverything() {
    assertTrue(FuzzyMatch.of("", "Save as …").isPresent());
    assertTrue(FuzzyMatch.of("   ", "").isPresent());
  }

  @Test
  void theLettersMayStandApartButInTheirOrder() {
    assertTrue(FuzzyMatch.of("sva", "Save as …").isPresent());
    assertTrue(FuzzyMatch.of("svs", "Save as …").isPresent());
    assertFalse(FuzzyMatch.of("vsve", "Save as …").isPresent());
  }

  @Test
  void theWordsMayComeInAnyOrder() {
    assertTrue(FuzzyMatch.of("dark theme", "Theme: Dark").isPresent());
    assertFalse(FuzzyMatch.of("dark light", "Theme: Dark").isPresent());
  }

  @Test
  void caseAndAccentsDoNotMatter() {
    assertTrue(FuzzyMatch.of("cafe", "Café").isPresent());
    assertTrue(FuzzyMatch.of("ÜBER", "uber").isPresent());
  }

  @Test
  void startsOfWordsComeBeforeLettersInTheMiddle() {
    assertEquals(
        List.of("Save as …", "Unpin and save", "Token visual aside"),
        best("sa", "Token visual aside", "Unpin and save", "Save as …"));
  }

  @Test
  void aWholeWordComesBeforeScatteredLetters() {
    assertEquals("Back", best("back", "Bars of a column kept", "Back").getFirst());
  }

  @Test
  void ofTwoThatFitAlikeTheShorterComesFirst() {
    assertEquals("Copy", best("copy", "Copy as Markdown", "Copy").getFirst());
  }

  @Test
  void ofTwoThatFitAlikeTheOneThatFitsEarlierComesFirst() {
    assertEquals(
        "Task: Sentiment of a review",
        best("sent", "Task: Topic of a sentence", "Task: Sentiment of a review").getFirst());
  }

  @Test
  void theMarkedLettersAreTheBestOnes() {
    var letters = new BitSet();
    letters.set(5);
    letters.set(6);

    assertEquals(letters, FuzzyMatch.of("as", "Save as …").orElseThrow().letters());
  }

  @Test
  void inALongTextTheLettersStandTogether() {
    var text = "The quick brown fox jumps over the lazy dog. ".repeat(4);

    assertTrue(FuzzyMatch.of("lazy fox", text).isPresent());
    assertFalse(FuzzyMatch.of("lzy", text).isPresent());
  }

  /// An early place outweighs a gap that is one letter smaller.
  @Test
  void theLettersShownAreThoseOfTheBestScore() {
    var match = FuzzyMatch.of("ab", "xxaaxb").orElseThrow();

    assertEquals(BitSet.valueOf(new long[] {0b100100}), match.letters());
  }

  @Test
  void anyQueryAndAnyNameGiveLettersThatSpellTheQuery() {
    var random = new Random(42);
    for (int i = 0; i < 2000; i++) {
      var name = letters(random, random.nextInt(30));
      var query = letters(random, 1 + random.nextInt(3)).replace(" ", "");
      FuzzyMatch.of(query, name)
          .ifPresent(match -> assertEquals(query, spelled(match.letters(), name)));
    }
  }

  private static String letters(RandomGenerator random, int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("abc ".charAt(random.nextInt(4)));
    }
    return text.toString();
  }

  private static String spelled(BitSet letters, String name) {
    var text = new StringBuilder();
    letters.stream().forEach(at -> text.append(name.charAt(at)));
    return text.toString();
  }

  private static List<String> best(String query, String... names) {
    return List.of(names).stream()
        .filter(name -> FuzzyMatch.of(query, name).isPresent())
        .sorted(
            Comparator.comparingDouble(name -> -FuzzyMatch.of(query, name).orElseThrow().score()))
        .toList();
  }
}
