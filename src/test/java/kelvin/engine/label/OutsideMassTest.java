package kelvin.engine.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import kelvin.distribution.TokenScore;
import org.junit.jupiter.api.Test;

/// If these fail, the window says that labels hold more or less of the probability than they do, so
/// that a share of 100 % looks like a certain answer.
class OutsideMassTest {

  @Test
  void theRestIsWhatNoLabelHolds() {
    assertEquals(0.65, outside(label(0.25, 1), label(0.1, 2, 3)), 1e-12);
  }

  @Test
  void aLabelThatBeginsWithAnotherIsPartOfIt() {
    assertEquals(0.75, outside(label(0.25, 1), label(0.1, 1, 3)), 1e-12);
  }

  @Test
  void equalLabelsCountOnce() {
    assertEquals(0.75, outside(label(0.25, 1), label(0.25, 1)), 1e-12);
  }

  @Test
  void roundingNeverMakesItNegative() {
    assertEquals(0, outside(label(0.9, 1), label(0.1000001, 2)));
  }

  @Test
  void itIsUnknownWhereTheLabelsHaveNoTokensOfTheirOwn() {
    var merged = new TokenBoundary(3, 2, List.of("p"));

    assertEquals(Double.NaN, outside(merged, label(0.25, 1)));
  }

  private static double outside(ScoredLabel... labels) {
    return outside(new TokenBoundary(3, 3, List.of()), labels);
  }

  private static double outside(TokenBoundary boundary, ScoredLabel... labels) {
    var texts = List.of(labels).stream().map(ScoredLabel::text).toList();
    var question = new LabelQuestion("prompt", texts);
    return new LabelScores(question, List.of(labels), boundary).outside();
  }

  /// A label of these tokens, whose first one has all of the surprisal.
  private static ScoredLabel label(double probability, int... ids) {
    var tokens = new ArrayList<LabelToken>();
    for (int id : ids) {
      double logProbability = tokens.isEmpty() ? Math.log(probability) : 0;
      tokens.add(new LabelToken(tokens.size(), id, "t", "t", new TokenScore(logProbability, 1, 0)));
    }
    return new ScoredLabel("t", tokens);
  }
}
