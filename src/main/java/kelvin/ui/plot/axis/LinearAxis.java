package kelvin.ui.plot.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A linear axis of probabilities with round ticks.
///
/// @param from the value at the start
/// @param to the value at the end
/// @param step between two ticks
public record LinearAxis(double from, double to, double step) implements ValueAxis {

  /// From 0 to 1.
  public static final LinearAxis WHOLE = new LinearAxis(0, 1, 0.25);

  /// From 0 to 1 with few marks, for a low plot.
  public static final LinearAxis HALVES = new LinearAxis(0, 1, 0.5);

  /// An axis zooms in when its values span less than this share of the whole.
  private static final double CLOSE = 0.4;

  /// @param values within 0..1; NaN is ignored
  static LinearAxis around(List<Double> values) {
    double min = values.stream().mapToDouble(v -> v).filter(Double::isFinite).min().orElse(0);
    double max = values.stream().mapToDouble(v -> v).filter(Double::isFinite).max().orElse(1);
    double spread = max - min;
    if (spread >= CLOSE) {
      return WHOLE;
    }
    double step = niceStep(Math.max(spread, 1e-6) / 3);
    double from = Math.max(0, Math.floor(min / step - 0.25) * step);
    double to = Math.min(1, Math.ceil(max / step + 0.25) * step);
    return new LinearAxis(from, Math.max(to, from + step), step);
  }

  /// From 0 to a round number above the values, which may be greater than 1.
  ///
  /// @param values at least 0; what is not finite is ignored
  public static LinearAxis upTo(List<Double> values) {
    double max = values.stream().mapToDouble(v -> v).filter(Double::isFinite).max().orElse(1);
    double step = niceStep(Math.max(max, 1e-6) / 4);
    return new LinearAxis(0, Math.ceil(max / step) * step, step);
  }

  /// 1, 2 or 5 times a power of ten.
  private static double niceStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double digit = rough / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  @Override
  public double share(double value) {
    return Double.isNaN(value) ? value : Math.clamp((value - from) / (to - from), 0, 1);
  }

  @Override
  public double value(double share) {
    return from + share * (to - from);
  }

  @Override
  public List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    for (int i = 0; from + i * step <= to + step / 100; i++) {
      ticks.add(from + i * step);
    }
    return List.copyOf(ticks);
  }

  @Override
  public String label(double tick) {
    int decimals = step >= 0.5 ? 1 : step >= 0.25 ? 2 : (int) Math.ceil(-Math.log10(step) - 1e-9);
    var text = String.format(Locale.ROOT, "%." + Math.clamp(decimals, 1, 7) + "f", tick);
    return tick == 0 ? "0" : tick == 1 ? "1" : text;
  }
}
