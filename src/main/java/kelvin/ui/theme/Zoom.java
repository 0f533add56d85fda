package kelvin.ui.theme;

import java.util.List;

/// The steps of the zoom that the user can choose, from 100 to 300 %.
public final class Zoom {

  public static final double MIN = 1;
  public static final double MAX = 3;

  private static final List<Double> STEPS = List.of(MIN, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, MAX);

  private Zoom() {}

  /// The next larger step, or the largest.
  public static double in(double zoom) {
    return STEPS.stream().filter(step -> step > zoom).findFirst().orElse(MAX);
  }

  /// The next smaller step, or the smallest.
  public static double out(double zoom) {
    return STEPS.reversed().stream().filter(step -> step < zoom).findFirst().orElse(MIN);
  }

  /// The nearest allowed value.
  public static double within(double zoom) {
    return Double.isFinite(zoom) ? Math.clamp(zoom, MIN, MAX) : MIN;
  }
}
