package kelvin.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kelvin.display.ProbabilityScale;
import kelvin.distribution.Distribution;
import kelvin.distribution.EpsilonCutoff;
import kelvin.distribution.Logits;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.TruncatedDistribution;
import kelvin.distribution.Typical;

/// Makes random numbers, texts and distributions as plots show them: vocabularies from one token to
/// as many as a large model has, long tokens, and settings at both ends.
final class RandomStates {

  private static final List<String> TEXTS =
      List.of(
          "=".repeat(300),
          "␣" + "supercalifragilistic".repeat(15),
          "<|endoftext|>",
          "⇥⏎",
          "日本語の長い長いトークン",
          "😀",
          "",
          "␣",
          "a",
          "␣the",
          "WWWWWWWWWW",
          "␣girl");

  static final List<Logits> LOGITS =
      IntStream.of(1, 2, 3, 10, 50, 700, 4096, 50257, 151_936)
          .mapToObj(RandomStates::logits)
          .toList();

  private final Random random;

  RandomStates(Random random) {
    this.random = random;
  }

  private static Logits logits(int count) {
    var random = new Random(count);
    var values = new float[count];
    for (int id = 0; id < count; id++) {
      values[id] = (float) (3 * random.nextGaussian());
    }
    values[0] = 12;
    return Logits.owning(values);
  }

  DistributionPicture picture(Logits logits) {
    var distribution = TruncatedDistribution.of(logits, chain());
    var survivors = distribution.survivors();
    int rank = survivors.first() + random.nextInt(1 + survivors.last() - survivors.first());
    var mark =
        switch (random.nextInt(3)) {
          case 0 -> Mark.NONE;
          case 1 -> new Mark(OptionalInt.of(rank), "here", OptionalDouble.empty());
          default -> new Mark(OptionalInt.of(rank), "next", OptionalDouble.of(share()));
        };
    return new DistributionPicture(distribution, texts(), mark);
  }

  private SamplerChain chain() {
    var stages = new ArrayList<SamplerStage>();
    stages.add(new Temperature(temperature()));
    double share = Math.max(0.001, share());
    stages.add(
        switch (random.nextInt(6)) {
          case 0 -> new TopK(1 + random.nextInt(300), TopK.Ties.KEEP);
          case 1 -> new MinP(0.3 * share);
          case 2 -> new Typical(share);
          case 3 -> new EpsilonCutoff(0.001 + 0.05 * share);
          default -> new TopP(share);
        });
    return SamplerChain.of(stages.toArray(SamplerStage[]::new));
  }

  Optional<Ghost> ghost(Logits logits) {
    return random.nextBoolean()
        ? Optional.of(new Ghost(Distribution.of(logits, Math.max(0.1, temperature())), "pinned"))
        : Optional.empty();
  }

  ProbabilityScale anyScale() {
    return ProbabilityScale.ALL.get(random.nextInt(3));
  }

  Logits anyLogits() {
    return LOGITS.get(random.nextInt(LOGITS.size()));
  }

  IntFunction<String> texts() {
    int shift = random.nextInt(TEXTS.size());
    return id -> TEXTS.get(Math.floorMod(id * 7 + shift, TEXTS.size()));
  }

  /// From 0 to 1, often at or near one of the ends.
  double share() {
    return switch (random.nextInt(8)) {
      case 0 -> 1;
      case 1 -> 0.001 * random.nextDouble();
      case 2 -> 1 - 0.01 * random.nextDouble();
      default -> Math.rint(1000 * random.nextDouble()) / 1000;
    };
  }

  double temperature() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 1;
      default -> Math.rint(1000 * Math.pow(10, 2.3 * random.nextDouble() - 1.3)) / 1000;
    };
  }
}
