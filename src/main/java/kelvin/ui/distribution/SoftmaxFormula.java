package kelvin.ui.distribution;

import java.util.Locale;
import kelvin.distribution.Distribution;
import kelvin.ui.control.Numbers;

/// The softmax of one token, written out with its numbers.
final class SoftmaxFormula {

  private SoftmaxFormula() {}

  /// The part after “p =”, such as `exp(10.26 / 0.8) ÷ Σ = 3.72e5 ÷ 3.54e6 = 10.51 %`, where Σ is
  /// the sum of exp(l / τ) over the whole vocabulary.
  static String of(Distribution scaled, int rank) {
    double temperature = scaled.temperature();
    var percent = result(scaled, rank);
    if (temperature == 0) {
      return percent + " (τ = 0 is greedy: rank 1 takes all)";
    }
    if (Double.isInfinite(temperature)) {
      return "1 ÷ "
          + Numbers.count(scaled.logits().finiteCount())
          + " = "
          + percent
          + " (τ = ∞: all possible tokens alike)";
    }
    double logit = scaled.logits().atRank(rank);
    double exponent = logit / temperature;
    // ln Σ exp(l / τ) = l / τ − ln p for any token; at rank 1, p never underflows.
    double logSum = scaled.logits().atRank(1) / temperature - scaled.logProbability(1);
    return "exp("
        + Numbers.twoDecimals(logit)
        + " / "
        + Numbers.plain(temperature)
        + ") ÷ Σ = "
        + exponential(exponent)
        + " ÷ "
        + exponential(logSum)
        + " = "
        + percent;
  }

  /// The result of the formula, such as `10.51 %`.
  static String result(Distribution scaled, int rank) {
    return Numbers.percent(scaled.probability(rank)) + " %";
  }

  /// eˣ with three digits, even where it is too large or too small for a `double`.
  static String exponential(double x) {
    if (x == Double.NEGATIVE_INFINITY) {
      return "0";
    }
    double log10 = x / Math.log(10);
    if (log10 > -3 && log10 < 4) {
      return String.format(Locale.ROOT, "%.4g", Math.exp(x));
    }
    long power = (long) Math.floor(log10);
    double mantissa = Math.pow(10, log10 - power);
    // 9.999 would be written as 10.00.
    if (mantissa >= 9.995) {
      mantissa = 1;
      power++;
    }
    return String.format(Locale.ROOT, "%.2fe%d", mantissa, power);
  }
}
