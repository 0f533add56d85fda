package kelvin.experiment.measure;

import java.util.List;

/// Four numbers that are all called “confidence” somewhere. Each is from 0 to 1; all are NaN where
/// the shares do not exist.
///
/// @param maximum the largest share
/// @param margin the largest share less the second
/// @param entropy 1 − H/ln n with H the entropy of the shares; NaN for a single label
/// @param normalized (largest − 1/n)/(1 − 1/n); NaN for a single label
public record Confidence(double maximum, double margin, double entropy, double normalized) {

  /// @param shares of n labels, at least one
  public static Confidence of(List<Double> shares) {
    double largest = 0;
    double second = 0;
    double entropy = 0;
    for (double share : shares) {
      if (Double.isNaN(share)) {
        return new Confidence(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
      }
      second = Math.max(second, Math.min(share, largest));
      largest = Math.max(largest, share);
      entropy -= share == 0 ? 0 : share * StrictMath.log(share);
    }
    int n = shares.size();
    return n == 1
        ? new Confidence(largest, largest, Double.NaN, Double.NaN)
        : new Confidence(
            largest,
            largest - second,
            // Equal shares can miss 0 by rounding.
            Math.max(0, 1 - entropy / StrictMath.log(n)),
            Math.max(0, (largest - 1.0 / n) / (1 - 1.0 / n)));
  }

  /// One of the four numbers with its name.
  ///
  /// @param meaning a sentence for the user
  public record Named(String name, double value, String meaning) {}

  /// All four with the names that tell them apart.
  public List<Named> named() {
    return List.of(
        new Named("largest share", maximum, "The share of the chosen label."),
        new Named("margin", margin, "The largest share less the second."),
        new Named(
            "1 − H/ln n",
            entropy,
            "1 less the entropy of the shares over the largest one that n labels can have: 0 for"
                + " equal shares, 1 if one label has all."),
        new Named(
            "normalised",
            normalized,
            "(Largest share − 1/n) / (1 − 1/n) for n labels: 0 for equal shares, 1 if one label has"
                + " all."));
  }
}
