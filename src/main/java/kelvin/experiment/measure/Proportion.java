package kelvin.experiment.measure;

import java.util.Collection;

/// A share of successes in a number of trials, such as the accuracy.
public record Proportion(int successes, int count) {

  /// The 97.5 % quantile of the normal distribution, for intervals of 95 %.
  private static final double Z = 1.959963984540054;

  /// @throws IllegalArgumentException when there are more successes than trials, or fewer than none
  public Proportion {
    if (successes < 0 || successes > count) {
      throw new IllegalArgumentException(successes + " successes in " + count + " trials");
    }
  }

  /// The accuracy: the share of right decisions. An undecided one is wrong.
  public static Proportion accuracy(Collection<Decision> decisions) {
    return new Proportion(
        (int) decisions.stream().filter(Decision::isRight).count(), decisions.size());
  }

  /// From 0 to 1; NaN without a trial.
  public double value() {
    return count == 0 ? Double.NaN : (double) successes / count;
  }

  /// An interval of numbers, ends included.
  public record Interval(double low, double high) {

    public boolean contains(double value) {
      return low <= value && value <= high;
    }
  }

  /// The score interval of 95 % (E. B. Wilson, “Probable inference, the law of succession, and
  /// statistical inference”, JASA 22, 1927): all p that lie within 1.96 standard deviations
  /// √(p(1 − p)/n) of the value. From 0 to 1; the whole range without a trial.
  public Interval interval() {
    if (count == 0) {
      return new Interval(0, 1);
    }
    double p = value();
    double square = Z * Z / count;
    double centre = (p + square / 2) / (1 + square);
    double half = Z / (1 + square) * StrictMath.sqrt(p * (1 - p) / count + square / (4 * count));
    // At the ends rounding could leave something like −1e-17.
    return new Interval(
        successes == 0 ? 0 : Math.max(0, centre - half),
        successes == count ? 1 : Math.min(1, centre + half));
  }
}
