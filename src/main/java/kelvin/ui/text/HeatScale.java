package kelvin.ui.text;

import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;

/// Looks up colours on the heat scale, a gradient from the stylesheet. It has one hue, and its
/// lightness only falls (in the dark theme: only rises), so it can be read without colour vision.
public final class HeatScale {

  private HeatScale() {}

  /// The colour at a shade with a sign.
  ///
  /// @param scale of shades above 0
  /// @param other of shades below 0
  public static Color at(Paint scale, Paint other, double shade) {
    return shade < 0 ? at(other, -shade) : at(scale, shade);
  }

  /// The colour at a shade.
  ///
  /// @param scale a gradient, or a plain colour that is used for every shade
  /// @param shade 0..1, or NaN for none
  public static Color at(Paint scale, double shade) {
    if (Double.isNaN(shade)) {
      return Color.TRANSPARENT;
    }
    if (scale instanceof LinearGradient gradient) {
      return between(gradient, Math.clamp(shade, 0.0, 1.0));
    }
    return scale instanceof Color colour ? colour : Color.TRANSPARENT;
  }

  private static Color between(LinearGradient gradient, double shade) {
    Stop before = gradient.getStops().getFirst();
    for (var stop : gradient.getStops()) {
      if (stop.getOffset() >= shade) {
        double width = stop.getOffset() - before.getOffset();
        double part = width == 0 ? 1 : (shade - before.getOffset()) / width;
        return before.getColor().interpolate(stop.getColor(), part);
      }
      before = stop;
    }
    return before.getColor();
  }
}
