package kelvin.distribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Makes seeded random logits and chains for property tests.
public final class RandomChains {

  private RandomChains() {}

  /// Random logits: Gaussian, heavily tied or peaked, some with impossible tokens.
  static Logits logits(Random random, int max) {
    var values = new float[1 + random.nextInt(max)];
    int shape = random.nextInt(3);
    for (int id = 0; id < values.length; id++) {
      double gaussian = random.nextGaussian();
      values[id] =
          (float)
              switch (shape) {
                case 0 -> 3 * gaussian;
                case 1 -> Math.rint(2 * gaussian);
                default -> gaussian + 20.0 / (1 + random.nextInt(values.length));
              };
      if (id > 0 && random.nextInt(10) == 0) {
        values[id] = Float.NEGATIVE_INFINITY;
      }
    }
    return Logits.owning(values);
  }

  /// A chain of some ranking stages in random order, each at most once.
  public static SamplerChain chain(Random random) {
    var stages = new ArrayList<SamplerStage>(cuts(random));
    stages.add(
        random.nextBoolean()
            ? new Temperature(0.3 + 2 * random.nextDouble())
            : new DynamicTemperature(1, random.nextDouble(), 1 + random.nextDouble()));
    Collections.shuffle(stages, random);
    return SamplerChain.of(
        stages.subList(0, 1 + random.nextInt(stages.size())).toArray(SamplerStage[]::new));
  }

  static TruncationStage cut(Random random) {
    var cuts = cuts(random);
    return cuts.get(random.nextInt(cuts.size()));
  }

  private static List<TruncationStage> cuts(Random random) {
    double share = random.nextDouble();
    return List.of(
        new TopK(1 + random.nextInt(300), random.nextBoolean() ? TopK.Ties.KEEP : TopK.Ties.EXACT),
        new TopP(share),
        new MinP(0.2 * share),
        new Typical(0.05 + 0.9 * share),
        new EpsilonCutoff(0.001 + 0.05 * share),
        new EtaCutoff(0.001 + 0.05 * share),
        new TopNSigma(0.1 + 3 * share),
        new TopH(0.05 + 0.9 * share),
        new Xtc(share, 0.01 + 0.2 * random.nextDouble()),
        random.nextBoolean()
            ? new MirostatTwo(1 + 5 * share, 0.1)
            : new MirostatOne(1 + 5 * share, 0.1));
  }
}
