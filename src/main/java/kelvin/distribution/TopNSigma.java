package kelvin.distribution;

import java.util.Map;
import java.util.Optional;
import kelvin.math.SoftmaxSums;

/// Keeps the tokens whose logit is within n standard deviations of the greatest logit: `l ≥ max −
/// n·σ` (Tang et al., "Top-nσ: Not All Logits Are You Need", 2024).
///
/// σ is the population standard deviation (divided by n, not n − 1) of the logits that the stage
/// sees, as in llama.cpp. Dividing by τ scales σ too, so no temperature changes which tokens
/// survive. Range: n > 0. Default: off.
public record TopNSigma(double n) implements TruncationStage {

  public TopNSigma {
    Range.check("top-n-sigma", n, n > 0, "greater than 0");
  }

  @Override
  public StageKind kind() {
    return StageKind.TOP_N_SIGMA;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    return before.keepFirst(
        SoftmaxSums.countAtLeast(
            before.logits().sorted(), before.first() - 1, before.last(), threshold(before)));
  }

  private double threshold(Survivors before) {
    var sorted = before.logits().sorted();
    // Relative to the greatest logit, which costs nothing and keeps the digits of large logits.
    double max = sorted[before.first() - 1];
    double sum = 0;
    for (int i = before.last() - 1; i >= before.first() - 1; i--) {
      sum += sorted[i] - max;
    }
    double mean = sum / before.count();
    double squares = 0;
    for (int i = before.last() - 1; i >= before.first() - 1; i--) {
      double deviation = sorted[i] - max - mean;
      squares += deviation * deviation;
    }
    return max - n * StrictMath.sqrt(squares / before.count());
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    double bound = threshold(before);
    double logit = before.logits().atRank(rank);
    return logit >= bound
        ? Optional.empty()
        : Optional.of(new Shortfall(Shortfall.Measure.LOGIT, bound, logit));
  }

  static TopNSigma read(StageValues values) {
    return new TopNSigma(values.number("n", 1));
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("n", n);
  }
}
