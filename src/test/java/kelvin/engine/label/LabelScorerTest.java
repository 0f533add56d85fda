package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import kelvin.distribution.TokenScore;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ContextOverflowException;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.StartToken;
import org.junit.jupiter.api.Test;

class LabelScorerTest {

  private final FakeLanguageModel model = new FakeLanguageModel();
  private final LabelScorer scorer =
      new LabelScorer(new LoadedModel(model, FakeTokenizer.withStartToken()));

  private LabelScores score(String prompt, String... labels) {
    return scorer.score(new LabelQuestion(prompt, List.of(labels)), new Cancellation());
  }

  /// ln p of the characters of `text` from `from` on, after the start token.
  private double logProbability(String text, int from) {
    var ids = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      ids[i + 1] = text.charAt(i);
    }
    double sum = 0;
    for (int i = from + 1; i < ids.length; i++) {
      sum += TokenScore.of(model.logitsAfter(Arrays.copyOf(ids, i)), ids[i]).logProbability();
    }
    return sum;
  }

  @Test
  void sumsTheLogProbabilitiesOfALabelsTokens() {
    var scores = score("is it?", " yes", " no");

    assertEquals(logProbability("is it? yes", 6), scores.labels().get(0).logProbability());
    assertEquals(logProbability("is it? no", 6), scores.labels().get(1).logProbability());
    assertEquals(4, scores.labels().get(0).tokens().size());
    assertEquals("␣", scores.labels().get(0).tokens().getFirst().visibleText());
    assertEquals(7, scores.labels().get(0).tokens().getFirst().position());
  }

  @Test
  void thePromptIsRunOnceForAllLabels() {
    score("is it?", "y", "n", "m");

    assertEquals(7, model.positionsRun());
  }

  @Test
  void aSharedPrefixOfLabelsIsRunOnce() {
    score("is it?", "yes", "yet", "ye");

    // start token, prompt and y; then y again together with e, because no run has a single token
    assertEquals(10, model.positionsRun());
  }

  @Test
  void aLabelThatBeginsAnotherIsAtLeastAsProbable() {
    var scores = score("2~3=", "1", "17");

    assertTrue(scores.labels().get(0).probability() >= scores.labels().get(1).probability());
    assertTrue(scores.shareFirstToken());
    assertFalse(score("2~3=", "1", "7").shareFirstToken());
  }

  @Test
  void theStartTokenAloneIsEnoughBeforeALabel() {
    var scores = score("", "a");

    assertEquals(logProbability("a", 0), scores.labels().getFirst().logProbability());
  }

  @Test
  void aLabelWithoutAnythingBeforeItIsRefused() {
    var question = new LabelQuestion("", List.of("a"), StartToken.NEVER);

    var e =
        assertThrows(InferenceException.class, () -> scorer.score(question, new Cancellation()));

    assertTrue(String.valueOf(e.getMessage()).startsWith("There is nothing before the labels"));
  }

  @Test
  void emptyAndEqualLabelsAreRefusedByNumber() {
    assertMessage("Label 2 of 3 is empty: give it a text.", "a", "", "b");
    assertMessage("Labels 1 and 3 are both '␣a': remove one of them.", " a", "b", " a");
    assertMessage("There is no label to score: give at least one.");
  }

  private void assertMessage(String message, String... labels) {
    var e = assertThrows(InferenceException.class, () -> score("is it?", labels));

    assertEquals(message, e.getMessage());
    assertEquals(0, model.runs());
  }

  @Test
  void aLabelThatDoesNotFitIsRefusedWithNumbers() {
    var longest = "x".repeat(FakeLanguageModel.CONTEXT_LENGTH - 4);

    var e = assertThrows(ContextOverflowException.class, () -> score(longest, "abc", "abcd", "ab"));

    assertTrue(String.valueOf(e.getMessage()).contains("65 tokens, 1 more"));
    assertEquals(0, model.runs());
    assertEquals(1, score(longest, "abc").labels().size());
  }

  @Test
  void aCancelledScoreThrows() {
    var cancellation = new Cancellation();
    cancellation.cancel();

    assertThrows(
        CancelledException.class,
        () -> scorer.score(new LabelQuestion("a", List.of("b")), cancellation));
  }

  @Test
  void aSafeBoundaryHasNoWarning() {
    var boundary = score("is it?", " yes").boundary();

    assertTrue(boundary.isSafe());
    assertEquals("", boundary.warning());
    assertEquals(7, boundary.scoredFrom());
  }
}
