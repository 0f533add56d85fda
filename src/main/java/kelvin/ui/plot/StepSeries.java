package kelvin.ui.plot;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.text.TextAlignment;
import kelvin.ui.control.Numbers;

/// Surprisal and entropy of each generated token as two lines on one axis in bits.
public final class StepSeries extends PlotRegion {

  private static final double LEFT = 36;
  private static final double RIGHT = 84;
  private static final double PAD = 6;

  /// The distance between steps while there is room, so that a new step does not move the others.
  private static final double DEFAULT_DISTANCE = 24;

  private final double maxDistance;

  private final ObjectProperty<List<Point>> points =
      new SimpleObjectProperty<>(this, "points", List.of());
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);

  /// The numbers of one step.
  ///
  /// @param surprisal of the token, in bits
  /// @param entropy of the model's own distribution before the token, in bits
  public record Point(double surprisal, double entropy) {}

  /// Makes a series for a text that grows.
  public StepSeries() {
    this(DEFAULT_DISTANCE);
  }

  /// Makes a series for a finished text: its steps use the whole width.
  public static StepSeries acrossTheWidth() {
    return new StepSeries(Double.MAX_VALUE);
  }

  private StepSeries(double maxDistance) {
    super("step-series");
    this.maxDistance = maxDistance;
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

  /// The step to mark, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  @Override
  protected void paint(Pen graphics, double width, double height) {
    var shown = points.get();
    if (shown.isEmpty()) {
      return;
    }
    double max =
        shown.stream()
            .flatMapToDouble(p -> java.util.stream.DoubleStream.of(p.surprisal(), p.entropy()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    double top = Math.max(1, Math.ceil(max));
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
      // A single point is drawn as a short dash, or it would not be visible.
      graphics.lineTo(values.size() == 1 ? x + 6 : x, y);
    }
    graphics.stroke();
  }

  /// Steps keep their distance until they no longer fit.
  private double x(int step, int count, double right) {
    double room = right - LEFT - 8;
    double distance = Math.min(maxDistance, count < 2 ? room : room / (count - 1));
    return LEFT + 4 + step * distance;
  }
}
