package kelvin.experiment.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The difference of two ways on the same items against chance: the paired bootstrap (B. Efron
/// and R. J. Tibshirani, “An Introduction to the Bootstrap”, 1993, chapters 8 and 13; P. Koehn,
/// “Statistical significance tests for machine translation evaluation”, EMNLP 2004).
///
/// @param difference the mean of the second way less that of the first, in the values' unit
/// @param interval of 95 %: the 2.5 % and 97.5 % percentiles of the mean difference over samples of
///     the items, drawn with replacement
/// @param changed the number of items whose values differ
public record PairedBootstrap(double difference, Proportion.Interval interval, int changed) {

  /// With fewer items that differ, all of them may go one way by chance in more than one case of
  /// twenty (the sign test: 2 · 2⁻⁵ = 0.0625).
  private static final int LEAST_CHANGED = 6;

  /// The number of samples where nothing else is said.
  public static final int SAMPLES = 2000;

  /// @param first a value for each item, such as 1 for right and 0 for wrong
  /// @param second the values of the other way for the same items, in the same order
  /// @param seed the same seed gives the same interval on every machine
  /// @throws IllegalArgumentException when the numbers of items differ, there is none, or the
  ///     difference of an item is not finite
  public static PairedBootstrap of(List<Double> first, List<Double> second, long seed) {
    int n = first.size();
    if (n != second.size() || n == 0) {
      throw new IllegalArgumentException(
          "both ways need the same items, at least one; there are " + n + " and " + second.size());
    }
    var differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = second.get(i) - first.get(i);
      if (!Double.isFinite(differences[i])) {
        throw new IllegalArgumentException("the difference of item " + (i + 1) + " is not finite");
      }
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
    // As many means lie below the interval as above it, so that swapping the ways changes nothing.
    int low = (int) Math.ceil(0.025 * SAMPLES) - 1;
    return new PairedBootstrap(
        Arrays.stream(differences).sum() / n,
        new Proportion.Interval(means[low], means[SAMPLES - 1 - low]),
        (int) Arrays.stream(differences).filter(each -> each != 0).count());
  }

  /// True if 0 lies outside the interval and enough items differ: chance alone hardly explains such
  /// a difference.
  public boolean differs() {
    return changed >= LEAST_CHANGED && !interval.contains(0);
  }
}
