package kelvin.engine.path;

/// The logarithm of a sum of numbers that are given by their logarithms, however small they are.
public final class LogSum {

  private double greatest = Double.NEGATIVE_INFINITY;
  private CompensatedSum relative = new CompensatedSum();

  /// @param logarithm ln of the number that is added; −∞ for 0
  public void add(double logarithm) {
    if (logarithm == Double.NEGATIVE_INFINITY) {
      return;
    }
    if (logarithm > greatest) {
      var scaled = new CompensatedSum();
      scaled.add(relative.value() * StrictMath.exp(greatest - logarithm));
      relative = scaled;
      greatest = logarithm;
    }
    relative.add(StrictMath.exp(logarithm - greatest));
  }

  /// ln of the sum; −∞ if nothing was added.
  public double value() {
    return greatest + StrictMath.log(relative.value());
  }
}
