package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.distribution.TokenScore;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

class TextScoreTest {

  @Test
  void isTheMeanOverTheScoredTokens() {
    var score = TextScore.of(tokens(-1, -2, -6));

    assertEquals(3, score.count());
    assertEquals(-9, score.totalLogProbability());
    assertEquals(3, score.loss());
    assertEquals(Math.exp(3), score.perplexity());
  }

  @Test
  void oneTokenAloneHasNoLoss() {
    var score = TextScore.of(tokens());

    assertEquals(0, score.count());
    assertEquals(0, score.totalLogProbability());
    assertTrue(Double.isNaN(score.loss()));
    assertTrue(Double.isNaN(score.perplexity()));
  }

  @Test
  void anImpossibleTokenMakesTheLossInfinite() {
    var score = TextScore.of(tokens(-1, Double.NEGATIVE_INFINITY));

    assertEquals(Double.POSITIVE_INFINITY, score.loss());
    assertEquals(Double.POSITIVE_INFINITY, score.perplexity());
  }

  /// One token without a score, then one for each log-probability.
  private static List<ContextToken> tokens(double... logProbabilities) {
    var scores =
        Stream.concat(
                Stream.of(Optional.<TokenScore>empty()),
                Arrays.stream(logProbabilities)
                    .mapToObj(logProbability -> new TokenScore(logProbability, 1, 0))
                    .map(Optional::of))
            .toList();
    var ids = scores.stream().map(_ -> 1).toList();
    return Context.ofIds(ids).describe(Vocabulary.ofIds(2), scores);
  }
}
