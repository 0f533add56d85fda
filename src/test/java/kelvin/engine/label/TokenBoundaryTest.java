package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.engine.FakeLanguageModel;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import org.junit.jupiter.api.Test;

/// Tests labels that change the tokens of the prompt.
class TokenBoundaryTest {

  private final LabelScorer scorer =
      new LabelScorer(
          new LoadedModel(
              new FakeLanguageModel(FakeMergingTokenizer.SIZE), new FakeMergingTokenizer()));

  private LabelScores score(String prompt, String... labels) {
    return scorer.score(new LabelQuestion(prompt, List.of(labels)), new Cancellation());
  }

  private static List<String> tokens(ScoredLabel label) {
    return label.tokens().stream().map(LabelToken::text).toList();
  }

  @Test
  void aMergeAcrossTheBoundaryIsScoredForEveryLabel() {
    var scores = score("http:", "//a", "b");

    assertFalse(scores.boundary().isSafe());
    assertEquals(List.of(":"), scores.boundary().moved());
    assertEquals(List.of("://", "a"), tokens(scores.labels().get(0)));
    assertEquals(List.of(":", "b"), tokens(scores.labels().get(1)));
  }

  @Test
  void aSpaceThatEndsThePromptBelongsToTheLabel() {
    var scores = score("it is ", "y", "n");

    assertTrue(scores.boundary().warning().contains("␣ at its end is scored"));
    assertEquals(List.of(" y"), tokens(scores.labels().get(0)));
    assertEquals(
        score("it is", " y").labels().getFirst().logProbability(),
        scores.labels().get(0).logProbability());
  }

  @Test
  void aLeadingSpaceOfTheLabelIsSafe() {
    assertTrue(score("it is", " y", " n").boundary().isSafe());
  }
}
