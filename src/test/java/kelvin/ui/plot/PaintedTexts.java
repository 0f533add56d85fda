package kelvin.ui.plot;

import java.util.List;
import kelvin.window.Fx;

/// Lets tests of the whole window read what a plot writes.
public final class PaintedTexts {

  private PaintedTexts() {}

  /// The texts of a plot at its present size, in the order in which they are painted.
  public static List<String> of(PlotRegion plot) {
    return Fx.get(
        () -> {
          var pen = new TextPen();
          plot.paintWith(pen);
          return pen.texts().stream().map(TextPen.Written::text).toList();
        });
  }
}
