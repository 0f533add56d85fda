package kelvin.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.distribution.TokenScore;
import kelvin.engine.Context;
import kelvin.engine.ContextToken;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

class ChainRuleTest {

  @Test
  void aSpansProbabilityIsTheProductOfItsTokensProbabilities() {
    var rule = rule(0.5, 0.25, 0.125);

    assertEquals("p(2 3 4 | 0 1)", rule.joint());
    assertEquals("0.5000 × 0.2500 × 0.1250", rule.factors());
    assertEquals("0.01563", rule.product());
    assertEquals("−0.693 − 1.39 − 2.08", rule.logs());
    assertEquals("−4.16", rule.sum());
  }

  @Test
  void itsNumbersAreThoseOfTheEngine() {
    var context = ScoredContext.of("abcdef", "gh");

    var rule = ChainRule.of(context.tokens, 3, 8);

    double sum = IntStream.range(3, 8).mapToDouble(context::logProbability).sum();
    assertEquals(sum, rule.score().totalLogProbability(), 1e-12);
    assertEquals(-sum / 5, rule.score().loss(), 1e-12);
    assertEquals(Math.exp(-sum / 5), rule.score().perplexity(), 1e-9);
  }

  @Test
  void aLongSpanIsElidedInTheMiddleButCopiedWhole() {
    var rule = rule(0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3);

    assertEquals("0.9000 × 0.8000 × 0.7000 × ⋯ × 0.4000 × 0.3000", rule.factors());
    assertEquals("p(2 3 4 ⋯ 7 8 | 0 1)", rule.joint());
    assertTrue(
        rule.text().contains("0.9000 × 0.8000 × 0.7000 × 0.6000 × 0.5000 × 0.4000 × 0.3000"));
  }

  @Test
  void theCopyHasEveryTokensNumbersUnrounded() {
    var rule = rule(0.5, 0.25);

    var lines = rule.text().lines().toList();

    assertEquals("p(2 3 | 0 1)", lines.get(0));
    assertTrue(lines.contains("2\t2\t2\t0.5\t" + Math.log(0.5)), rule.text());
    assertTrue(lines.contains("ln p = " + (Math.log(0.5) + Math.log(0.25)) + " nats"));
  }

  @Test
  void theProductOfALongTextDoesNotVanish() {
    var rule = rule(DoubleStream.generate(() -> 1e-3).limit(200).toArray());

    assertEquals("1.000e-600", rule.product());
  }

  @Test
  void anImpossibleTokenMakesTheProductZero() {
    assertEquals("0", rule(0.5, 0).product());
  }

  @Test
  void aCertainTokenCostsNothing() {
    assertEquals("−0", rule(1).logs());
    assertEquals("1.0000", rule(1).product());
  }

  @Test
  void theFirstTokenOfAllHasNoProbabilityAndIsCounted() {
    var context = ScoredContext.withoutStartToken("abc");

    var rule = ChainRule.of(context.tokens, 0, 3);

    assertEquals(1, rule.unscored());
    assertEquals("p(b c | a)", rule.joint());
  }

  @Test
  void onlyTheNearestTokensBeforeAreNamed() {
    var context = ScoredContext.of("abcdef", "");

    assertEquals("p(f | … c d e)", ChainRule.of(context.tokens, 6, 7).joint());
  }

  /// Makes a context of two tokens followed by one for each probability.
  private static ChainRule rule(double... probabilities) {
    var scores =
        DoubleStream.concat(DoubleStream.of(1, 1), Arrays.stream(probabilities))
            .mapToObj(p -> Optional.of(new TokenScore(Math.log(p), 1, 0)))
            .toList();
    List<Integer> ids = IntStream.range(0, scores.size()).boxed().toList();
    List<ContextToken> context = Context.ofIds(ids).describe(Vocabulary.ofIds(ids.size()), scores);
    return ChainRule.of(context, 2, ids.size());
  }
}
