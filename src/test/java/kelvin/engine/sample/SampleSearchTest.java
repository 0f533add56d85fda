package kelvin.engine.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kelvin.distribution.DrawMode;
import kelvin.distribution.MirostatTwo;
import kelvin.distribution.RandomChains;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.Xtc;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.Generation;
import kelvin.engine.Generation.Settings;
import kelvin.engine.Generation.Stop;
import kelvin.engine.answer.ToyAnswers;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// If these fail, the list of samples counts what no seed draws, or says that it agrees with the
/// probabilities where it does not.
final class SampleSearchTest {

  private static final SamplerChain PLAIN = SamplerChain.NEUTRAL;

  private final ToyAnswers toy = new ToyAnswers("a", "b", "ab", "c");

  private Samples run(SamplerChain chain, DrawMode mode, int tokens, int count) {
    return run(ToyAnswers.CONTEXT, new Settings(chain, mode, 11, tokens), count);
  }

  private Samples run(List<Integer> context, Settings settings, int count) {
    return SampleSearch.run(
        toy.loaded(), new SampleQuestion(context, settings, count), new Cancellation());
  }

  private List<Integer> alone(SamplerChain chain, DrawMode mode, long seed, int tokens) {
    var ids = ToyAnswers.CONTEXT.stream().mapToInt(Integer::intValue).toArray();
    return new Generation(toy.model(), new Settings(chain, mode, seed, tokens))
        .run(ids, _ -> {}, new Cancellation()).steps().stream().map(step -> step.id()).toList();
  }

  private void assertAsAlone(SamplerChain chain, DrawMode mode) {
    int count = 25;
    var expected = new HashMap<List<Integer>, Integer>();
    for (int i = 0; i < count; i++) {
      expected.merge(alone(chain, mode, 11 + i, 6), 1, Integer::sum);
    }

    var found = run(chain, mode, 6, count);

    var counts = new HashMap<List<Integer>, Integer>();
    for (var sample : found.list()) {
      counts.put(sample.ids(), sample.count());
      assertEquals(sample.ids(), alone(chain, mode, sample.seed(), 6));
    }
    assertEquals(expected, counts, chain.toString());
    assertEquals(alone(chain, DrawMode.GREEDY, 11, 6), found.greedy().ids());
  }

  @ParameterizedTest
  @EnumSource(DrawMode.class)
  void eachSampleIsWhatItsSeedDrawsAlone(DrawMode mode) {
    var random = new Random(5);
    for (int i = 0; i < 20; i++) {
      assertAsAlone(RandomChains.chain(random), mode);
    }
    assertAsAlone(SamplerChain.of(new MirostatTwo(2, 0.3)), mode);
    assertAsAlone(SamplerChain.of(new Xtc(0.5, 0.1)), mode);
    assertAsAlone(SamplerChain.of(new Xtc(0.5, 0.1), new MirostatTwo(2, 0.3)), mode);
  }

  @Test
  void theMostFrequentOneIsFirstAndAllAreCounted() {
    var found = run(PLAIN, DrawMode.INVERSE_CDF, 3, 300);

    var list = found.list();
    assertEquals(300, list.stream().mapToInt(Sample::count).sum());
    assertEquals(found.distinct(), list.stream().map(Sample::ids).distinct().count());
    for (int i = 1; i < list.size(); i++) {
      assertTrue(list.get(i - 1).count() >= list.get(i).count());
    }
  }

  @Test
  void aSampleHasTheProbabilityOfItsTokensBeforeAndAfterTheSettings() {
    var found = run(SamplerChain.of(new TopK(1, TopK.Ties.EXACT)), DrawMode.INVERSE_CDF, 3, 4);
    var plain = run(PLAIN, DrawMode.INVERSE_CDF, 3, 4);

    var only = found.list().getFirst();
    assertEquals(1, only.drawnProbability(), "top-k 1 leaves no choice");
    assertEquals(toy.probability(only.ids()), only.probability(), 1e-12);
    for (var sample : plain.list()) {
      assertEquals(sample.probability(), sample.drawnProbability(), 1e-12);
    }
  }

  @Test
  void eachBeginningRunsOnce() {
    // With so few samples, nothing is expected often enough to be looked at besides.
    var found = run(SamplerChain.of(new TopK(2, TopK.Ties.EXACT)), DrawMode.INVERSE_CDF, 4, 4);

    var beginnings = new HashSet<List<Integer>>();
    var all = new ArrayList<>(found.list());
    all.add(found.greedy());
    for (var sample : all) {
      for (int length = 0; length < sample.ids().size(); length++) {
        beginnings.add(sample.ids().subList(0, length));
      }
    }
    assertEquals(beginnings.size(), found.runs());
    assertEquals(beginnings.size(), toy.model().runs());
  }

  @Test
  void theCountsAgreeWithTheExactProbabilities() {
    for (var mode : List.of(DrawMode.INVERSE_CDF, DrawMode.GUMBEL)) {
      var fit = run(PLAIN, mode, 2, 2000).fit().orElseThrow();

      assertTrue(fit.pValue() > 0.001, fit.toString());
      assertTrue(fit.cells() > 5, fit.toString());
    }
  }

  @Test
  void withoutChanceThereIsNoAgreementToTest() {
    assertTrue(run(PLAIN, DrawMode.GREEDY, 3, 9).fit().isEmpty());
    assertTrue(run(SamplerChain.of(new Xtc(0.5, 0.1)), DrawMode.INVERSE_CDF, 3, 9).fit().isEmpty());
  }

  @Test
  void oneSeedAfterAnotherIsUsedEvenAtTheLargest() {
    var settings = new Settings(PLAIN, DrawMode.INVERSE_CDF, Long.MAX_VALUE, 2);

    var found = run(ToyAnswers.CONTEXT, settings, 3);

    assertEquals(3, found.list().stream().mapToInt(Sample::count).sum());
  }

  @Test
  void aFullContextEndsASampleAndIsNamed() {
    var context = Collections.nCopies(FakeLanguageModel.CONTEXT_LENGTH - 2, 1);
    var hot = SamplerChain.of(new Temperature(2));

    var found = run(context, new Settings(hot, DrawMode.INVERSE_CDF, 1, 50), 20);

    assertTrue(found.list().stream().allMatch(sample -> sample.ids().size() <= 2));
    assertTrue(found.list().stream().anyMatch(sample -> sample.stop() == Stop.CONTEXT_FULL));
  }

  @Test
  void aLongSampleNeedsNoDeepStack() {
    var ids = IntStream.range(0, FakeLanguageModel.CONTEXT_LENGTH).boxed().toList();

    assertEquals(1, run(PLAIN, DrawMode.GREEDY, ids.size(), 1).distinct());
    assertEquals(0, run(PLAIN, DrawMode.GREEDY, 0, 3).greedy().ids().size());
  }

  @Test
  void aCancelledWalkHasNoResult() {
    var cancellation = new Cancellation();
    cancellation.cancel();
    var question =
        new SampleQuestion(ToyAnswers.CONTEXT, new Settings(PLAIN, DrawMode.INVERSE_CDF, 1, 3), 5);

    assertThrows(
        CancelledException.class, () -> SampleSearch.run(toy.loaded(), question, cancellation));
  }
}
