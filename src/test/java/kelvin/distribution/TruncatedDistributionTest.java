package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruncatedDistributionTest {

  private static final TopK TOP_3 = new TopK(3, TopK.Ties.KEEP);

  /// Probabilities 0.4, 0.3, 0.2, 0.1 of the ids 3, 2, 1, 0.
  private final Logits logits =
      Logits.owning(
          new float[] {
            (float) Math.log(1), (float) Math.log(2), (float) Math.log(3), (float) Math.log(4)
          });

  private final Distribution scaled = Distribution.of(logits, 1);

  private TruncatedDistribution cut(SamplerStage... stages) {
    return TruncatedDistribution.of(logits, SamplerChain.of(stages));
  }

  private static Survivors first(Distribution distribution, int count) {
    return Survivors.all(distribution).keepFirst(count);
  }

  @Test
  void withoutStagesNothingIsRemoved() {
    var distribution = cut();

    assertEquals(4, distribution.keptCount());
    assertEquals(1, distribution.keptMass());
    assertEquals(0, distribution.removedMass());
    assertEquals(Optional.empty(), distribution.removedBy(4));
    assertEquals(scaled.probability(4), distribution.finalProbability(4));
    assertEquals(List.of(), distribution.outcomes());
  }

  @Test
  void whatIsDrawnFromIsADistributionOfTheWholeVocabulary() {
    var distribution = cut(TOP_3, new Temperature(0.5));

    var drawn = distribution.drawn();

    assertEquals(4, drawn.count());
    for (int rank = 1; rank <= 4; rank++) {
      int token = distribution.logits().tokenAtRank(rank);
      assertEquals(
          distribution.finalProbability(rank), drawn.probabilityOfToken(token), 1e-12, "" + rank);
    }
    assertEquals(0, drawn.probabilityOfToken(0));
    var uncut = cut();
    assertEquals(uncut.scaled(), uncut.drawn());
  }

  @Test
  void namesTheStageThatRemovedEachToken() {
    var topP = new TopP(0.5);

    var distribution = cut(TOP_3, topP);

    assertEquals(Optional.empty(), distribution.removedBy(2));
    assertEquals(Optional.of(topP), distribution.removedBy(3));
    assertEquals(Optional.of(TOP_3), distribution.removedBy(4));
    assertTrue(distribution.isKept(2));
    assertFalse(distribution.isKept(3));
  }

  @Test
  void reportsWhatEachStageDid() {
    var topP = new TopP(0.5);

    var outcomes = cut(TOP_3, topP).outcomes();

    assertEquals(List.of(TOP_3, topP), outcomes.stream().map(StageOutcome::stage).toList());
    assertEquals(List.of(4, 3), outcomes.stream().map(StageOutcome::keptBefore).toList());
    assertEquals(List.of(3, 2), outcomes.stream().map(StageOutcome::keptAfter).toList());
    assertEquals(1, outcomes.getFirst().removedCount());
    assertEquals(0.1, outcomes.getFirst().removedMass(), 1e-7);
    assertEquals(0.2 / 0.9, outcomes.getLast().removedMass(), 1e-7);
    assertEquals(scaled.entropy(), outcomes.getFirst().entropyBefore());
    assertEquals(outcomes.getFirst().entropyAfter(), outcomes.getLast().entropyBefore());
  }

  @Test
  void theNucleusIsThatOfTheRenormalisedSurvivors() {
    // 0.4 and 0.3 make up 0.78 of the three that top-k keeps, which is enough for 0.75.
    var after = cut(TOP_3, new TopP(0.75));
    var alone = cut(new TopP(0.75));

    assertEquals(2, after.keptCount());
    assertEquals(3, alone.keptCount());
  }

  @Test
  void cumulativeBelongsToTheInputOfTheNucleusStage() {
    var distribution = cut(TOP_3, new TopP(0.5));

    assertEquals(0.4 / 0.9, distribution.cumulative(1), 1e-7);
    assertEquals(0.7 / 0.9, distribution.cumulative(2), 1e-7);
    assertEquals(1, distribution.cumulative(3));
    assertEquals(1, distribution.cumulative(4));
  }

  @Test
  void cumulativeWithoutNucleusBelongsToTheScaledDistribution() {
    var distribution = cut(TOP_3);

    assertEquals(scaled.cumulative(2), distribution.cumulative(2));
    assertEquals(scaled.cumulative(3), distribution.cumulative(3));
  }

  @Test
  void theFinalProbabilityIsRenormalisedOverTheSurvivors() {
    var distribution = cut(TOP_3);

    assertEquals(0.4 / 0.9, distribution.finalProbability(1), 1e-7);
    assertEquals(0, distribution.finalProbability(4));
    assertEquals(0.9, distribution.keptMass(), 1e-7);
    assertEquals(0.1, distribution.removedMass(), 1e-7);
  }

  @Test
  void topKKeepsTiesOrExactlyK() {
    var tied = Distribution.of(Logits.owning(new float[] {1, 2, 2, 2, 3}), 1);

    assertEquals(4, new TopK(2, TopK.Ties.KEEP).keep(first(tied, 5)).count());
    assertEquals(2, new TopK(2, TopK.Ties.EXACT).keep(first(tied, 5)).count());
    assertEquals(3, new TopK(2, TopK.Ties.KEEP).keep(first(tied, 3)).count());
  }

  @Test
  void topKOfMoreThanThereAreKeepsAll() {
    assertEquals(4, new TopK(4, TopK.Ties.KEEP).keep(first(scaled, 4)).count());
    assertEquals(4, new TopK(Integer.MAX_VALUE, TopK.Ties.EXACT).keep(first(scaled, 4)).count());
  }

  @Test
  void topPKeepsTheTokenThatCrosses() {
    assertEquals(1, new TopP(0.39).keep(first(scaled, 4)).count());
    assertEquals(2, new TopP(0.41).keep(first(scaled, 4)).count());
    assertEquals(3, new TopP(0.71).keep(first(scaled, 4)).count());
  }

  @Test
  void topPOfZeroKeepsTheFirstRankAndTopPOfOneAllWithMass() {
    var withImpossible =
        Distribution.of(Logits.owning(new float[] {1, Float.NEGATIVE_INFINITY, 2}), 1);

    assertEquals(1, new TopP(0).keep(first(scaled, 4)).count());
    assertEquals(4, new TopP(1).keep(first(scaled, 4)).count());
    assertEquals(2, new TopP(1).keep(first(withImpossible, 3)).count());
  }

  @Test
  void minPKeepsWhatReachesItsShareOfTheMaximum() {
    assertEquals(4, new MinP(0.24).keep(first(scaled, 4)).count());
    assertEquals(3, new MinP(0.26).keep(first(scaled, 4)).count());
    assertEquals(1, new MinP(0.76).keep(first(scaled, 4)).count());
  }

  @Test
  void minPOfOneKeepsTheTiesOfTheMaximum() {
    var tied = Distribution.of(Logits.owning(new float[] {2, 1, 2}), 0.3);

    assertEquals(2, new MinP(1).keep(first(tied, 3)).count());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 1e9, Double.POSITIVE_INFINITY})
  void everyStageKeepsAtLeastOneTokenAtAnyTemperature(double temperature) {
    var distribution = Distribution.of(scaled.logits(), temperature);

    for (TruncationStage stage : List.of(TOP_3, new TopP(0.5), new MinP(0.5), new MinP(1))) {
      int kept = stage.keep(first(distribution, 4)).count();
      assertTrue(kept >= 1 && kept <= 4, stage.name());
    }
  }

  @Test
  void greedyLeavesOneTokenToTheNucleus() {
    var distribution = cut(new Temperature(0), new TopP(0.9), new MinP(0.1));

    assertEquals(1, distribution.keptCount());
    assertEquals(1, distribution.finalProbability(1));
  }
}
