package kelvin.experiment.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Whether two ways differ on the same items by more than chance: the paired bootstrap (B. Efron
/// and R. J. Tibshirani, “An Introduction to the Bootstrap”, 1993, chapters 8 and 13; P. Koehn,
/// “Statistical significance tests for machine translation evaluation”, EMNLP 2004).
///
/// @param difference the mean of the second way less that of the first, in the values' unit
/// @param interval of 95 %: the 2.5 % and 97.5 % percentiles of the mean difference over samples of
///     the items, drawn with replacement
public record PairedBootstrap(double difference, Proportion.Interval interval) {

  /// The number of samples where nothing else is said.
  public static final int SAMPLES = 2000;

  /// @param first a value for each item, such as 1 for right and 0 for wrong
  /// @param second the values of the other way for the same items, in the same order
  /// @param seed the same seed gives the same interval on every machine
  /// @throws IllegalArgumentException when the numbers of items differ or there is none
  public static PairedBootstrap of(List<Double> first, List<Double> second, long seed) {
    int n = first.size();
    if (n != second.size() || n == 0) {
      throw new IllegalArgumentException(
          "both ways need the same items, at least one; there are " + n + " and " + second.size());
    }
    var differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = second.get(i) - first.get(i);
    }
    var random = new SplittableRandom(seed);
    var means = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += differences[random.nextInt(n)];
      }
      means[sample] = sum / n;
    }
    Arrays.sort(means);
    return new PairedBootstrap(
        Arrays.stream(differences).sum() / n,
        new Proportion.Interval(percentile(means, 0.025), percentile(means, 0.975)));
  }

  /// The smallest value with at least this share of all values at or below it.
  private static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /// True if 0 lies outside the interval: chance alone hardly explains such a difference.
  public boolean differs() {
    return !interval.contains(0);
  }
}
