package kelvin.ui.plot;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;

/// A small line of probabilities over positions. The axis is logarithmic, with 1 at the top and one
/// in a million at the bottom; unknown probabilities leave gaps.
public final class Sparkline extends PlotRegion {

  private static final double MIN_LOG10 = -6;
  private static final double PAD = 3;

  private final ObjectProperty<List<Double>> values =
      new SimpleObjectProperty<>(this, "values", List.of());
  private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);

  public Sparkline() {
    super("sparkline");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(20, 14);
    setPrefSize(64, 16);
    values.addListener(_ -> repaint());
    marked.addListener(_ -> repaint());
  }

  /// Probabilities 0..1 by position; NaN where unknown.
  public ObjectProperty<List<Double>> valuesProperty() {
    return values;
  }

  /// The position to mark, 0-based; −1 for none.
  public IntegerProperty markedProperty() {
    return marked;
  }

  @Override
  protected void paint(Pen graphics, double width, double height) {
    var shown = values.get();
    if (shown.isEmpty()) {
      return;
    }
    graphics.setStroke(paint(Ink.HAIRLINE));
    graphics.setLineWidth(1);
    graphics.strokeLine(0, crisp(height - 1), width, crisp(height - 1));
    graphics.setStroke(paint(Ink.BAR));
    graphics.setLineWidth(1.2);
    graphics.beginPath();
    boolean open = false;
    for (int i = 0; i < shown.size(); i++) {
      if (Double.isNaN(shown.get(i))) {
        open = false;
      } else {
        double x = x(i, shown.size(), width);
        double y = y(shown.get(i), height);
        if (open) {
          graphics.lineTo(x, y);
        } else {
          graphics.moveTo(x, y);
        }
        open = true;
      }
    }
    graphics.stroke();
    int at = marked.get();
    if (at >= 0 && at < shown.size() && !Double.isNaN(shown.get(at))) {
      graphics.setFill(paint(Ink.DRAW));
      graphics.fillCircle(x(at, shown.size(), width), y(shown.get(at), height), 2.2);
    }
  }

  private static double x(int position, int count, double width) {
    return count < 2 ? PAD : PAD + position * (width - 2 * PAD) / (count - 1);
  }

  /// A probability below the range of the axis is drawn at its bottom.
  static double y(double probability, double height) {
    double part = Math.clamp(Math.log10(probability) / MIN_LOG10, 0.0, 1.0);
    return PAD + part * (height - 2 * PAD);
  }
}
