package kelvin.engine.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.answer.ToyAnswers;
import kelvin.engine.path.LogSum;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, the probability of a text misses a way to spell it, counts one twice, or its
/// bound does not hold.
final class SpellingSearchTest {

  private static final String[] TOKENS = {"a", "b", "ab", "ba", "aba", "abc", "C3", "A9", "é"};
  private static final List<byte[]> PIECES = pieces();

  private final ToyAnswers toy = new ToyAnswers(TOKENS);

  private static List<byte[]> pieces() {
    var pieces = new ArrayList<byte[]>();
    pieces.add(new byte[0]); // ends a text
    for (var token : TOKENS) {
      pieces.add(
          switch (token) {
            case "C3" -> new byte[] {(byte) 0xC3};
            case "A9" -> new byte[] {(byte) 0xA9};
            default -> token.getBytes(StandardCharsets.UTF_8);
          });
    }
    return pieces;
  }

  private Spellings run(String text, int runs) {
    return run(ToyAnswers.CONTEXT, text, runs);
  }

  private Spellings run(List<Integer> context, String text, int runs) {
    return SpellingSearch.run(toy.loaded(), context, text, runs, new Cancellation());
  }

  /// All sequences of tokens that cover the text and need their last token for it.
  private Map<List<Integer>, Double> all(byte[] text) {
    var all = new HashMap<List<Integer>, Double>();
    collect(List.of(), 0, 1, text, all);
    return all;
  }

  private void collect(
      List<Integer> path,
      int covered,
      double probability,
      byte[] text,
      Map<List<Integer>, Double> all) {
    if (covered >= text.length) {
      all.put(path, probability);
      return;
    }
    var after = toy.probabilities(path);
    for (int id = 1; id < after.length; id++) {
      if (fits(PIECES.get(id), text, covered)) {
        var longer = new ArrayList<>(path);
        longer.add(id);
        collect(longer, covered + PIECES.get(id).length, probability * after[id], text, all);
      }
    }
  }

  private static boolean fits(byte[] piece, byte[] text, int from) {
    for (int i = 0; i < piece.length && from + i < text.length; i++) {
      if (piece[i] != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b", "ab", "aba", "ababab", "abaabab", "é", "aéb", "abé"})
  void theProbabilityIsThatOfAllSequencesThatCoverTheText(String text) {
    var expected = all(text.getBytes(StandardCharsets.UTF_8));

    var found = run(text, 100_000);

    double sum = expected.values().stream().mapToDouble(p -> p).sum();
    assertEquals(sum, found.probability(), 1e-12 + 2e-9 * sum);
    assertTrue(found.bound() <= 1e-9 * sum);
    for (var spelling : found.listed()) {
      assertEquals(expected.getOrDefault(spelling.ids(), -1.0), spelling.probability(), 1e-12);
      assertTrue(spelling.text().startsWith(text), spelling.text());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, ababab", "1, ababab", "2, ababab", "5, ababab", "9, abaabab", "3, aéb"})
  void theTrueProbabilityIsWithinTheBoundForEveryBudget(int runs, String text) {
    double expected =
        all(text.getBytes(StandardCharsets.UTF_8)).values().stream().mapToDouble(p -> p).sum();

    var found = run(text, runs);

    assertEquals(SearchEnd.BUDGET, found.end());
    assertTrue(found.probability() <= expected + 1e-12);
    assertTrue(expected <= found.probability() + found.bound() + 1e-12);
  }

  @Test
  void aTextWithACharacterThatNoTokenHasIsImpossibleAndTheSearchKnowsIt() {
    var found = run("ax", 1000);

    assertEquals(0, found.probability());
    assertEquals(0, found.bound());
    assertEquals(Double.NEGATIVE_INFINITY, found.logProbability());
    assertEquals(SearchEnd.EXHAUSTED, found.end());
  }

  @Test
  void anEmptyTextIsRefused() {
    assertThrows(InferenceException.class, () -> run("", 10));
  }

  @Test
  void aFullContextIsNamedAndItsMassIsInTheBound() {
    var ids = Collections.nCopies(FakeLanguageModel.CONTEXT_LENGTH - 1, 1);

    var found = run(ids, "ababab", 1000);

    assertEquals(SearchEnd.CONTEXT_FULL, found.end());
    assertEquals(0, found.probability(), "no two tokens cover it");
    assertTrue(found.bound() > 0);
  }

  @Test
  void healingGivesTheShareOfBothInTheCharactersOfTheLastToken() {
    var context = new ArrayList<>(ToyAnswers.CONTEXT);
    context.add(3); // ab

    var healing =
        Healing.of(toy.loaded(), context, 0, "ab", 100_000, new Cancellation()).orElseThrow();

    double both = sum("abab");
    double alone = sum("ab");
    assertEquals(3, healing.removed());
    assertEquals(both / alone, healing.probability(), 1e-8);
    assertTrue(healing.bound() < 1e-7);
  }

  private double sum(String text) {
    return all(text.getBytes(StandardCharsets.UTF_8)).values().stream().mapToDouble(p -> p).sum();
  }

  @Test
  void aTextThatIsTooUnlikelyForADoubleKeepsItsLogarithm() {
    var sum = new LogSum();
    sum.add(-1000);
    sum.add(-1000);

    assertEquals(-1000 + StrictMath.log(2), sum.value(), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, new LogSum().value());
  }
}
