package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrawHistogramTest {

  private final TruncatedDistribution distribution =
      TruncatedDistribution.of(
          Logits.owning(new float[] {1, 4, 2, 3, -9, -9}), SamplerChain.NEUTRAL);

  static Stream<Arguments> modesAndChains() {
    return Stream.of(DrawMode.INVERSE_CDF, DrawMode.GUMBEL)
        .flatMap(mode -> IntStream.rangeClosed(1, 10).mapToObj(seed -> Arguments.of(mode, seed)));
  }

  @ParameterizedTest
  @MethodSource("modesAndChains")
  void aHundredThousandDrawsFollowTheFinalProbabilities(DrawMode mode, int seed) {
    var random = new Random(seed);
    var logits = RandomChains.logits(random, 200);
    var chain = RandomChains.chain(random);
    var drawn = TruncatedDistribution.of(logits, chain);

    var histogram = DrawHistogram.of(drawn, mode, 1000 + seed, 0, 100_000);

    assertTrue(histogram.pValue() > 0.001, chain + " p " + histogram.pValue());
  }

  @Test
  void accountsForEveryDrawAndAllMass() {
    var histogram = DrawHistogram.of(distribution, DrawMode.GUMBEL, 7, 0, 1000);

    assertEquals(1000, histogram.bins().stream().mapToLong(DrawHistogram.Bin::observed).sum());
    assertEquals(
        1000, histogram.bins().stream().mapToDouble(DrawHistogram.Bin::expected).sum(), 1e-9);
    assertTrue(histogram.bins().stream().allMatch(bin -> bin.expected() >= 5));
    assertEquals(6, histogram.bins().getLast().lastRank());
  }

  @Test
  void drawsThatNobodyWaitsForAreGivenUp() {
    var asked = new AtomicInteger();

    var given =
        DrawHistogram.whileWanted(
            distribution, DrawMode.GUMBEL, 7, 0, 1000, () -> asked.incrementAndGet() <= 10);

    assertTrue(given.isEmpty());
    assertEquals(11, asked.get());
  }

  @Test
  void noticesDrawsThatFollowAnotherTemperature() {
    var hot =
        TruncatedDistribution.of(
            distribution.scaled().logits(), SamplerChain.of(new Temperature(1.1)));
    var histogram = DrawHistogram.of(hot, DrawMode.INVERSE_CDF, 7, 0, 100_000);

    double chiSquare = 0;
    for (var bin : histogram.bins()) {
      double expected = 0;
      for (int rank = bin.firstRank(); rank <= bin.lastRank(); rank++) {
        expected += 100_000 * distribution.finalProbability(rank);
      }
      chiSquare += Math.pow(bin.observed() - expected, 2) / expected;
    }

    assertTrue(chiSquare > 100 * histogram.chiSquare());
  }

  @Test
  void oneSurvivorLeavesNothingToJudge() {
    var greedy =
        TruncatedDistribution.of(
            distribution.scaled().logits(), SamplerChain.of(new TopK(1, TopK.Ties.EXACT)));

    var histogram = DrawHistogram.of(greedy, DrawMode.INVERSE_CDF, 7, 0, 1000);

    assertEquals(1, histogram.bins().size());
    assertEquals(0, histogram.chiSquare());
    assertEquals(1, histogram.pValue());
  }

  @Test
  void refusesToDrawNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DrawHistogram.of(distribution, DrawMode.GREEDY, 1, 0, 0));
  }
}
