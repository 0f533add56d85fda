package kelvin.distribution;

/// The least and the greatest value that a number can have; equal where it is known.
public record Interval(double low, double high) {

  /// A number that is known.
  public static Interval exactly(double value) {
    return new Interval(value, value);
  }

  /// The rest: 1 minus the number.
  public Interval rest() {
    return new Interval(1 - high, 1 - low);
  }

  /// The number if it is known, else NaN.
  public double value() {
    return isExact() ? low : Double.NaN;
  }

  /// Returns whether the number is known.
  public boolean isExact() {
    return low == high;
  }
}
