package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.engine.GeneratedStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// If these fail, a number that is called the model's own is one that penalties or biases changed,
/// or a token that cannot be drawn is shown without the reason.
final class OwnProbabilityTest {

  private static final float[] VALUES = {2, 4, 1, 3.5f, -1, 0};

  private static Logits logits() {
    return Logits.owning(VALUES.clone());
  }

  private static LogitBias bias(int id, double change) {
    return new LogitBias(List.of(new LogitBias.Bias(List.of(id), change)));
  }

  private static StepContext after(int... ids) {
    return StepContext.of(TokenHistory.of(ids, ids.length));
  }

  static List<SamplerChain> edits() {
    return List.of(
        SamplerChain.of(bias(1, -5)),
        SamplerChain.of(bias(1, Double.NEGATIVE_INFINITY)),
        SamplerChain.of(new SuppressedTokens(List.of(List.of(1), List.of(3)))),
        SamplerChain.of(new RepetitionPenalty(1.8, PenaltyScope.ALL)),
        SamplerChain.of(new PresencePenalty(2, PenaltyScope.ALL), new Temperature(0.5)),
        SamplerChain.of(bias(4, 9), new Temperature(0), new TopK(2, TopK.Ties.EXACT)));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void isTheSoftmaxOfWhatTheModelSaidWhateverIsEdited(SamplerChain chain) {
    var evaluated = new ChainEvaluator().evaluate(logits(), chain, after(1, 3, 1));
    var model = Distribution.of(logits(), 1);

    var ranks = IntStream.rangeClosed(1, VALUES.length).toArray();

    assertFalse(
        IntStream.of(ranks)
            .allMatch(
                r ->
                    evaluated.logits().tokenAtRank(r) == logits().tokenAtRank(r)
                        && evaluated.logits().atRank(r) == logits().atRank(r)),
        "the chain edits");
    for (int rank : ranks) {
      int id = evaluated.logits().tokenAtRank(rank);
      assertEquals(model.probabilityOfToken(id), evaluated.ownProbability(rank), "token " + id);
      assertEquals(model.probabilityOfToken(id), evaluated.own().probabilityOfToken(id));
    }
    assertEquals(1, IntStream.of(ranks).mapToDouble(evaluated::ownProbability).sum(), 1e-12);
  }

  @Test
  void staysWhenAStageThatEditsIsSwitchedOnAndOff() {
    var evaluator = new ChainEvaluator();
    var logits = logits();
    var edit = SamplerChain.of(bias(1, -5));
    double expected = Distribution.of(logits, 1).probability(1);

    for (var chain : List.of(edit, SamplerChain.NEUTRAL, edit)) {
      var evaluated = evaluator.evaluate(logits, chain, StepContext.START);
      assertEquals(expected, evaluated.own().probabilityOfToken(1));
    }
    var other = Logits.owning(new float[] {1, 1});
    assertEquals(0.5, evaluator.evaluate(other, edit, StepContext.START).ownProbability(1));
  }

  @Test
  void isWhatAGeneratedStepKeeps() {
    var evaluated = TruncatedDistribution.of(logits(), SamplerChain.of(bias(1, -5)));
    int rank = evaluated.logits().rankOf(1);

    var step = GeneratedStep.of(0, new Draw(rank, 1, 0.5), evaluated);

    assertEquals(Distribution.of(logits(), 1).probability(1), step.probability());
    assertTrue(step.finalProbability() < step.probability());
  }

  @Test
  void aTokenThatTheModelMadeImpossibleHasAReasonEvenWhereNoStageWouldRemoveIt() {
    float no = Float.NEGATIVE_INFINITY;
    var logits = Logits.owning(new float[] {no, 3, 2, no, 1, 0});

    var evaluated = TruncatedDistribution.of(logits, SamplerChain.of(new TopK(5, TopK.Ties.EXACT)));

    assertEquals(4, evaluated.keptCount());
    assertEquals(Optional.of(TruncatedDistribution.IMPOSSIBLE), evaluated.reason(5));
    assertEquals(Optional.of("top-k"), evaluated.reason(6));
    assertEquals(Optional.empty(), evaluated.reason(4));
  }

  @Test
  void greedyKeepsOneTokenAndSaysWhatRemovedTheOthers() {
    var evaluated = TruncatedDistribution.of(logits(), SamplerChain.of(new Temperature(0)));

    assertEquals(1, evaluated.keptCount());
    assertEquals(1, evaluated.finalProbability(1));
    assertEquals(1, evaluated.keptMass());
    assertEquals(0, evaluated.truncationCost());
    assertEquals(Optional.of("temperature"), evaluated.reason(2));
    assertEquals(
        Optional.of("outside the top 1 (rank 3)"), evaluated.shortfall(3).map(Shortfall::sentence));
  }

  @Test
  void aGreedyTemperatureAfterACutThatRemovedTheFirstTakesTheNext() {
    var chain = SamplerChain.of(new Xtc(1, 0.01), new Temperature(0), new TopP(0.9));

    var evaluated = TruncatedDistribution.of(logits(), chain);

    assertEquals(1, evaluated.keptCount());
    assertTrue(evaluated.survivors().first() > 1);
    assertEquals(1, evaluated.finalProbability(evaluated.survivors().first()));
    assertEquals(Optional.of("xtc"), evaluated.reason(1));
  }

  @Test
  void topHKeepsNoTokenWhoseProbabilityIsZero() {
    for (double h : new double[] {0.4, 1}) {
      var chain = SamplerChain.of(new Temperature(1e-4), new TopH(h));

      var evaluated = TruncatedDistribution.of(logits(), chain);

      assertEquals(0, evaluated.scaled().probability(2));
      assertEquals(1, evaluated.keptCount(), "h = " + h);
      assertEquals(Optional.of("top-h"), evaluated.reason(2));
      assertEquals(
          Optional.of("probability 0 at this temperature"),
          evaluated.shortfall(2).map(Shortfall::sentence));
    }
  }

  @Test
  void topHSaysOfATokenWithoutProbabilityThatItHasNoneAndOnlyBelowItsRanksThatTheRankIsTooLow() {
    float no = Float.NEGATIVE_INFINITY;
    var few = Logits.owning(new float[] {1, no, 3, 2});
    var values = new float[103];
    values[102] = no;
    var many = Logits.owning(values);

    for (double h : new double[] {0.4, 1}) {
      var chain = SamplerChain.of(new TopH(h));
      var ofFew = TruncatedDistribution.of(few, chain);
      var ofMany = TruncatedDistribution.of(many, chain);

      assertEquals(Optional.of("top-h"), ofFew.reason(4));
      assertEquals(Optional.of("probability 0 at this temperature"), sentence(ofFew, 4));
      assertEquals(Optional.of("outside the top 100 (rank 101)"), sentence(ofMany, 101));
      assertEquals(Optional.of("outside the top 100 (rank 103)"), sentence(ofMany, 103));
    }
  }

  @Test
  void topPSaysHowMuchOfTheMassLiesAboveAToken() {
    float no = Float.NEGATIVE_INFINITY;
    var logits = Logits.owning(new float[] {0, 0, 0, 0, no});

    var evaluated = TruncatedDistribution.of(logits, SamplerChain.of(new TopP(0.5)));

    assertEquals(
        Optional.of("outside the top 50.0 % of the mass (75.0 % lies above it)"),
        sentence(evaluated, 4));
  }

  private static Optional<String> sentence(TruncatedDistribution evaluated, int rank) {
    return evaluated.shortfall(rank).map(Shortfall::sentence);
  }
}
