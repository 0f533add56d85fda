package kelvin.ui.plot;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.text.TextAlignment;
import kelvin.ui.control.Numbers;

/// Surprisal and entropy of each generated token as two lines on one axis of bits.
public final class StepSeries extends PlotRegion {

  private static final double LEFT = 36;
  private static final double RIGHT = 84;
  private static final double PAD = 6;

  /// How far apart steps stand while there is room, so that a new one moves none of the others.
  private static final double USUAL_DISTANCE = 24;

  private final double farthest;

  private final ObjectProperty<List<Point>> points =
      new SimpleObjectProperty<>(this, "points", List.of());
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);

  /// One step.
  ///
  /// @param surprisal of the token, bits
  /// @param entropy of the model's own distribution before it, bits
  public record Point(double surprisal, double entropy) {}

  /// For a text that grows.
  public StepSeries() {
    this(USUAL_DISTANCE);
  }

  /// For a text that stays: its steps take the whole width.
  public static StepSeries acrossTheWidth() {
    return new StepSeries(Double.MAX_VALUE);
  }

  private StepSeries(double farthest) {
    super("step-series");
    this.farthest = farthest;
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Surprisal and entropy of each generated token");
    setMinSize(120, 48);
    setPrefSize(600, 48);
    points.addListener(_ -> repaint());
    selected.addListener(_ -> repaint());
  }

  public ObjectProperty<List<Point>> pointsProperty() {
    return points;
  }

  /// The step to point out, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  @Override
  protected void paint(Pen graphics, double width, double height) {
    var shown = points.get();
    if (shown.isEmpty()) {
      return;
    }
    double most =
        shown.stream()
            .flatMapToDouble(p -> java.util.stream.DoubleStream.of(p.surprisal(), p.entropy()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    double top = Math.max(1, Math.ceil(most));
    double right = Math.max(LEFT + 1, width - RIGHT);
    double bottom = height - PAD;
    graphics.setFont(SMALL_NUMBERS);
    graphics.setFill(paint(Ink.FAINT));
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.fillText(Numbers.count((long) top), LEFT - 8, PAD + 6);
    graphics.fillText("0", LEFT - 8, bottom + 2);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setStroke(paint(Ink.HAIRLINE));
    graphics.setLineWidth(1);
    graphics.strokeLine(LEFT, crisp(bottom), right, crisp(bottom));
    int chosen = selected.get();
    if (chosen >= 0 && chosen < shown.size()) {
      double x = crisp(x(chosen, shown.size(), right));
      graphics.strokeLine(x, PAD, x, bottom);
    }
    graphics.setStroke(paint(Ink.SOFT));
    graphics.setDashes(2, 3);
    line(graphics, shown.stream().map(Point::entropy).toList(), right, bottom, top);
    graphics.setSolid();
    graphics.setStroke(paint(Ink.SURPRISAL));
    graphics.setLineWidth(1.6);
    line(graphics, shown.stream().map(Point::surprisal).toList(), right, bottom, top);
    graphics.setFont(SMALL_WORDS);
    graphics.setFill(paint(Ink.SURPRISAL));
    graphics.fillText("surprisal", right + 12, height / 2 - 4);
    graphics.setFill(paint(Ink.SOFT));
    graphics.fillText("entropy, bits", right + 12, height / 2 + 12);
  }

  private void line(Pen graphics, List<Double> values, double right, double bottom, double top) {
    graphics.beginPath();
    for (int i = 0; i < values.size(); i++) {
      double x = x(i, values.size(), right);
      double y = bottom - Math.min(1, values.get(i) / top) * (bottom - PAD);
      if (i == 0) {
        graphics.moveTo(x, y);
      }
      // A lone point is a short dash, else it would not be seen.
      graphics.lineTo(values.size() == 1 ? x + 6 : x, y);
    }
    graphics.stroke();
  }

  /// Steps keep their distance until they no longer fit.
  private double x(int step, int count, double right) {
    double room = right - LEFT - 8;
    double distance = Math.min(farthest, count < 2 ? room : room / (count - 1));
    return LEFT + 4 + step * distance;
  }
}
