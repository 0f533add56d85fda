package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests inputs that make little or no sense.
class BadSamplerInputTest {

  private static final float OUT = Float.NEGATIVE_INFINITY;

  @ParameterizedTest
  @EnumSource(SamplerPreset.class)
  void oneTokenAloneAlwaysSurvives(SamplerPreset preset) {
    var distribution = TruncatedDistribution.of(Logits.owning(new float[] {7}), allOn(preset));

    assertEquals(1, distribution.keptCount());
    assertEquals(1, distribution.finalProbability(1));
  }

  @ParameterizedTest
  @EnumSource(StageKind.class)
  void everyStageLeavesOneTokenAlone(StageKind kind) {
    var alone = Logits.owning(new float[] {7});
    var last = Logits.owning(new float[] {OUT, OUT, -3, OUT});

    for (var logits : List.of(alone, last)) {
      var distribution = TruncatedDistribution.of(logits, SamplerChain.of(kind.standard()));

      assertEquals(1, distribution.keptCount());
      assertEquals(1, distribution.finalProbability(1));
      assertEquals(0, distribution.scaled().entropy());
    }
  }

  @ParameterizedTest
  @EnumSource(SamplerPreset.class)
  void allImpossibleButOneLeavesThatOne(SamplerPreset preset) {
    var logits = Logits.owning(new float[] {OUT, OUT, -3, OUT});

    var distribution = TruncatedDistribution.of(logits, allOn(preset));

    assertEquals(1, distribution.keptCount());
    assertEquals(2, logits.tokenAtRank(distribution.survivors().first()));
    assertEquals(1, distribution.finalProbability(1));
  }

  @ParameterizedTest
  @EnumSource(SamplerPreset.class)
  void equalLogitsStayEquallyProbable(SamplerPreset preset) {
    var distribution = TruncatedDistribution.of(Logits.owning(new float[100]), allOn(preset));

    var survivors = distribution.survivors();
    for (int rank = survivors.first(); rank <= survivors.last(); rank++) {
      assertEquals(1.0 / survivors.count(), distribution.finalProbability(rank), 1e-15);
    }
  }

  private static SamplerChain allOn(SamplerPreset preset) {
    var chain = preset.chain();
    for (var entry : chain.entries()) {
      chain = chain.switched(entry.stage().kind(), true);
    }
    return chain;
  }

  @Test
  void forbiddingAllTokensKeepsTheTopOneAndReportsIt() {
    var logits = Logits.owning(new float[] {1, 3, 2});
    var forbidden = new SuppressedTokens(List.of(List.of(0), List.of(1), List.of(2)));

    var distribution = TruncatedDistribution.of(logits, SamplerChain.of(forbidden));

    assertEquals(1, distribution.keptCount());
    assertEquals(1, distribution.scaled().logits().tokenAtRank(1));
    assertTrue(distribution.outcomes().getFirst().keptFallback());
    assertEquals(1, distribution.finalProbability(1));
  }

  @Test
  void aCutThatNoTokenMeetsKeepsTheTopOneAndReportsIt() {
    var distribution =
        TruncatedDistribution.of(
            Logits.owning(new float[] {1, 1.1f, 0.9f}), SamplerChain.of(new EpsilonCutoff(0.9)));

    assertEquals(1, distribution.keptCount());
    assertTrue(distribution.outcomes().getFirst().keptFallback());
  }

  @Test
  void tenThousandBiasesAreAccepted() {
    var biases = new ArrayList<LogitBias.Bias>();
    for (int id = 0; id < 10_000; id++) {
      biases.add(new LogitBias.Bias(List.of(2 * id), id % 7));
    }
    var logits = Logits.owning(new float[15_000]);

    var ranked =
        TruncatedDistribution.of(logits, SamplerChain.of(new LogitBias(biases))).scaled().logits();

    assertEquals(6, ranked.atRank(1));
    for (int rank = 1; rank < 15_000; rank++) {
      assertTrue(ranked.atRank(rank) >= ranked.atRank(rank + 1));
      assertEquals(rank, ranked.rankOf(ranked.tokenAtRank(rank)));
    }
  }

  @Test
  void idsThatTheVocabularyLacksAreIgnored() {
    var bias = new LogitBias(List.of(new LogitBias.Bias(List.of(99), 5)));
    var history = TokenHistory.of(new int[] {99, 1}, 0);

    var distribution =
        new ChainEvaluator()
            .evaluate(
                Logits.owning(new float[] {1, 2}),
                SamplerChain.of(bias, new RepetitionPenalty(2, PenaltyScope.ALL)),
                StepContext.of(history));

    assertEquals(1, distribution.scaled().logits().ofToken(1));
  }

  @Test
  void aPenaltyThatOverflowsIsRefusedByTokenId() {
    var logits = Logits.owning(new float[] {1, Float.MAX_VALUE});
    var chain = SamplerChain.of(new FrequencyPenalty(-Double.MAX_VALUE, PenaltyScope.ALL));
    var step = StepContext.of(TokenHistory.of(new int[] {1, 1, 1}, 0));

    var e =
        assertThrows(
            InvalidLogitsException.class, () -> new ChainEvaluator().evaluate(logits, chain, step));

    assertTrue(String.valueOf(e.getMessage()).contains("token 1"));
  }

  @Test
  void contradictionsAreNamed() {
    var chain = SamplerChain.of(new TopK(1, TopK.Ties.EXACT), new Xtc(0.5, 0.7));

    assertEquals(2, chain.contradictions().size());
    assertTrue(chain.contradictions().getFirst().contains("xtc does nothing"));
    assertEquals(List.of(), SamplerPreset.LLAMA_CPP.chain().contradictions());
  }

  @Test
  void anOrderThatMakesNoSenseIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> SamplerChain.of(new MinP(0), new NoRepeatNgram(2)));
    assertThrows(IllegalArgumentException.class, () -> SamplerChain.of(new MinP(0), new MinP(0.1)));
    assertThrows(
        IllegalArgumentException.class, () -> SamplerPreset.HUGGING_FACE.chain().moved(0, 11));
  }

  @ParameterizedTest
  @EnumSource(StageKind.class)
  void everyStageRefusesASettingThatItDoesNotHave(StageKind kind) {
    assertEquals(kind, kind.standard().kind());
    assertEquals(kind, StageKind.of(kind.label()));
    assertThrows(IllegalArgumentException.class, () -> kind.read(Map.of("colour", "red")));
  }

  @Test
  void aStageThatIsOffKeepsItsPlaceAndItsSettings() {
    var chain = SamplerPreset.LLAMA_CPP.chain().switched(StageKind.TOP_P, false);

    assertEquals(new TopP(0.95), chain.find(StageKind.TOP_P).orElseThrow().stage());
    assertEquals(Optional.empty(), chain.active(StageKind.TOP_P));
    assertEquals(SamplerPreset.LLAMA_CPP.chain(), chain.switched(StageKind.TOP_P, true));
  }
}
