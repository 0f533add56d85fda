package kelvin.ui.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.text.TextAlignment;
import kelvin.display.InformationUnit;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;

/// Surprisal and entropy of each token, and the size of the nucleus that it was drawn from, as
/// lines on one axis in bits or nats.
public final class StepSeries extends PlotRegion {

  private static final double LEFT = 36;
  private static final double RIGHT = 84;
  private static final double PAD = 6;

  /// The radius of a point that stands alone.
  private static final double DOT = 2;

  /// Points that are nearer to each other are joined to one.
  private static final double MIN_DISTANCE = 2;

  /// The distance between steps while there is room, so that a new step does not move the others.
  private static final double DEFAULT_DISTANCE = 24;

  private final double maxDistance;

  private final ObjectProperty<List<Point>> points =
      new SimpleObjectProperty<>(this, "points", List.of());
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", -1);

  /// The numbers of one step.
  ///
  /// @param surprisal of the token, in nats
  /// @param entropy of the model's own distribution before the token, in nats
  /// @param kept ln of the number of tokens that could be drawn; NaN for a token of a prompt
  public record Point(double surprisal, double entropy, double kept) {}

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
    unit.addListener(_ -> repaint());
    hovered.addListener(_ -> repaint());
  }

  public ObjectProperty<List<Point>> pointsProperty() {
    return points;
  }

  /// The unit of the axis.
  public ObjectProperty<InformationUnit> unitProperty() {
    return unit;
  }

  /// The step to mark, 0-based; −1 for none.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// The step under the pointer, 0-based; −1 for none.
  public IntegerProperty hoveredProperty() {
    return hovered;
  }

  /// The step nearest to a place from left to right, 0-based; −1 without steps.
  ///
  /// @param x in pixels, in this region
  public int stepAt(double x) {
    int count = points.get().size();
    if (count == 0) {
      return -1;
    }
    double distance = distance(count, right(getWidth()));
    return Math.clamp(Math.round((x - LEFT - 4) / distance), 0, count - 1);
  }

  private static double right(double width) {
    return Math.max(LEFT + 1, width - RIGHT);
  }

  @Override
  protected void paint(Pen graphics, double width, double height) {
    var shown = points.get();
    if (shown.isEmpty()) {
      return;
    }
    double end = Math.max(1, Math.ceil(unit.get().of(greatest(shown))));
    double top = end / unit.get().of(1);
    double right = right(width);
    double bottom = height - PAD;
    graphics.setFont(SMALL_NUMBERS);
    graphics.setFill(paint(Ink.FAINT));
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.fillText(Numbers.count((long) end), LEFT - 8, PAD + 6);
    graphics.fillText("0", LEFT - 8, bottom + 2);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setStroke(paint(Ink.HAIRLINE));
    graphics.setLineWidth(1);
    graphics.strokeLine(LEFT, crisp(bottom), right, crisp(bottom));
    mark(graphics, hovered.get(), right, bottom);
    graphics.setStroke(paint(Ink.SOFT));
    mark(graphics, selected.get(), right, bottom);
    boolean drawn = shown.stream().anyMatch(p -> !Double.isNaN(p.kept()));
    if (drawn) {
      ink(graphics, Ink.NUCLEUS);
      line(graphics, Point::kept, right, bottom, top);
    }
    ink(graphics, Ink.SOFT);
    int group = group(shown.size(), right);
    if (group == 1) {
      graphics.setDashes(2, 3);
    }
    line(graphics, Point::entropy, right, bottom, top);
    graphics.setSolid();
    ink(graphics, Ink.SURPRISAL);
    graphics.setLineWidth(1.6);
    line(graphics, Point::surprisal, right, bottom, top);
    tellGroup(graphics, group, right);
    graphics.setFont(SMALL_WORDS);
    graphics.setFill(paint(Ink.SURPRISAL));
    double first = height / 2 - (drawn ? 12 : 4);
    graphics.fillText("surprisal", right + 12, first);
    graphics.setFill(paint(Ink.SOFT));
    graphics.fillText("entropy, " + unit.get().label(), right + 12, first + 16);
    if (drawn) {
      graphics.setFill(paint(Ink.NUCLEUS));
      graphics.fillText(unit.get().logarithm() + " kept", right + 12, first + 32);
    }
  }

  private void ink(Pen graphics, Ink ink) {
    graphics.setStroke(paint(ink));
    graphics.setFill(paint(ink));
  }

  private void tellGroup(Pen graphics, int group, double right) {
    if (group > 1) {
      new Places(new Box(LEFT, 0, right, getHeight()))
          .place(
              List.of("the highest of " + group + " tokens each", "highest of " + group),
              SMALL_WORDS,
              List.of(Spot.rightAt(right, PAD + 6)))
          .ifPresent(
              placed -> {
                graphics.setFont(placed.font());
                graphics.setFill(paint(Ink.FAINT));
                graphics.setTextAlign(TextAlignment.RIGHT);
                graphics.fillText(placed.text(), placed.at().x(), placed.at().baseline());
                graphics.setTextAlign(TextAlignment.LEFT);
              });
    }
  }

  private void mark(Pen graphics, int step, double right, double bottom) {
    int count = points.get().size();
    if (step >= 0 && step < count) {
      double x = crisp(x(step, count, right));
      graphics.strokeLine(x, PAD, x, bottom);
    }
  }

  private void line(
      Pen graphics, ToDoubleFunction<Point> measure, double right, double bottom, double top) {
    int count = points.get().size();
    int group = group(count, right);
    graphics.beginPath();
    boolean before = false;
    for (int i = 0; i < count; i += group) {
      double value = highest(measure, i, group);
      boolean here = !Double.isNaN(value);
      if (here) {
        double x = x(i, count, right);
        double y = bottom - Math.min(1, value / top) * (bottom - PAD);
        if (before) {
          graphics.lineTo(x, y);
        } else {
          graphics.moveTo(x, y);
          if (Double.isNaN(highest(measure, i + group, group))) {
            // No line goes through a point that stands alone, and a path of one point is invisible.
            graphics.fillCircle(x, y, DOT);
          }
        }
      }
      before = here;
    }
    graphics.stroke();
  }

  /// The number of steps that share a point, because more would lie on the same pixels.
  private static int group(int count, double right) {
    double points = Math.max(1, (right - LEFT) / MIN_DISTANCE);
    return (int) Math.max(1, Math.ceil(count / points));
  }

  /// The highest of the values that share a point; NaN where there are none.
  private double highest(ToDoubleFunction<Point> measure, int from, int group) {
    var all = points.get();
    int to = Math.min(all.size(), from + group);
    double highest = from < to ? Double.NEGATIVE_INFINITY : Double.NaN;
    for (int i = from; i < to; i++) {
      highest = Math.max(highest, measure.applyAsDouble(all.get(i)));
    }
    return highest;
  }

  /// The greatest finite number of all points, in nats.
  private static double greatest(List<Point> shown) {
    double greatest = 0;
    for (var point : shown) {
      for (double value : new double[] {point.surprisal(), point.entropy(), point.kept()}) {
        if (Double.isFinite(value)) {
          greatest = Math.max(greatest, value);
        }
      }
    }
    return greatest;
  }

  /// Steps keep their distance until they no longer fit.
  private double x(int step, int count, double right) {
    return LEFT + 4 + step * distance(count, right);
  }

  private double distance(int count, double right) {
    double room = Math.max(1, right - LEFT - 8);
    return Math.min(maxDistance, count < 2 ? room : room / (count - 1));
  }
}
