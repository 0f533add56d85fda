package kelvin.ui.plot.axis;

import java.util.ArrayList;
import java.util.List;

/// A log axis of probabilities that ends at 1: equal steps are equal factors. Its start stands for
/// all that is smaller, 0 included, and its label says so.
///
/// @param decades the number of powers of ten below 1
public record LogAxis(int decades) implements ValueAxis {

  /// Lower than this, no two values of a plot need to be told apart.
  private static final int MAX_DECADES = 12;

  /// The axis from the decade below the smallest value, but from no less than 10⁻¹².
  static LogAxis below(List<Double> values) {
    double min = values.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(0.1);
    return new LogAxis((int) Math.clamp(Math.ceil(-Math.log10(min) - 1e-9), 1, MAX_DECADES));
  }

  @Override
  public double from() {
    return Math.pow(10, -decades);
  }

  @Override
  public double share(double value) {
    return Double.isNaN(value)
        ? Double.NaN
        : Math.clamp(1 + Math.log10(Math.max(value, 0)) / decades, 0, 1);
  }

  @Override
  public double value(double share) {
    return Math.pow(10, (share - 1) * decades);
  }

  /// The ends first, then every decade.
  @Override
  public List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    ticks.add(1.0);
    ticks.add(from());
    for (int power = decades / 2; power > 0; power--) {
      ticks.add(Math.pow(10, -power));
    }
    for (int power = decades / 2 + 1; power < decades; power++) {
      ticks.add(Math.pow(10, -power));
    }
    return List.copyOf(ticks);
  }

  @Override
  public String label(double tick) {
    int power = (int) Math.round(-Math.log10(tick));
    if (power == 0) {
      return "1";
    }
    var label = power == 1 ? "0.1" : "1e−" + power;
    return power == decades ? "≤" + label : label;
  }
}
