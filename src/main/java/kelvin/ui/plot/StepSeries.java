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
import org.jspecify.annotations.Nullable;

/// Surprisal and entropy of each token, and the size of the nucleus that it was drawn from, as
/// lines on one axis in bits or nats.
///
/// While a text grows, the lines up to its last few tokens are a layer of their own, which stays as
/// it is: drawing lines through thousands of tokens takes longer than a frame.
public final class StepSeries extends PlotRegion {

  private static final double LEFT = 36;
  private static final double RIGHT = 84;
  private static final double PAD = 6;

  /// The distance of the first and the last step from the ends of the axis.
  private static final double INSET = 4;

  /// The pieces of one path, at most. A scan line crosses many of them, and sorting hundreds of
  /// crossings takes longer than drawing several paths.
  private static final int PIECES = 128;

  /// The radius of a point that stands alone.
  private static final double DOT = 2;

  private final boolean grows;

  private final ObjectProperty<List<Point>> points =
      new SimpleObjectProperty<>(this, "points", List.of());
  private final ObjectProperty<InformationUnit> unit =
      new SimpleObjectProperty<>(this, "unit", InformationUnit.BITS);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", -1);

  /// The lines on the layer below; null before they are painted.
  private @Nullable Ground painted;

  /// The numbers of one step.
  ///
  /// @param surprisal of the token, in nats
  /// @param entropy of the model's own distribution before the token, in nats
  /// @param kept ln of the number of tokens that could be drawn; NaN for a token of a prompt
  public record Point(double surprisal, double entropy, double kept) {}

  /// The lines that stay while a text grows.
  ///
  /// @param points those that the lines run through
  private record Ground(List<Point> points, Axes axes) {}

  /// @param scale the places from left to right
  /// @param top the value at the upper end, in nats
  /// @param bottom the lower end, in pixels
  private record Axes(StepScale scale, double top, double bottom) {

    double x(int step) {
      return LEFT + INSET + scale.x(step);
    }

    double y(double value) {
      return bottom - Math.min(1, value / top) * (bottom - PAD);
    }
  }

  /// Makes a series for a text that grows.
  public StepSeries() {
    this(true);
  }

  /// Makes a series for a finished text: its steps use the whole width.
  public static StepSeries acrossTheWidth() {
    return new StepSeries(false);
  }

  private StepSeries(boolean grows) {
    super("step-series", true);
    this.grows = grows;
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
    return scale(getWidth()).stepAt(x - LEFT - INSET, count);
  }

  private StepScale scale(double width) {
    int count = points.get().size();
    double room = Math.max(1, right(width) - LEFT - 2 * INSET);
    return grows ? StepScale.growing(count, room) : StepScale.filling(count, room);
  }

  private Axes axes(double width, double height) {
    double end = Math.max(1, Math.ceil(unit.get().of(greatest(points.get()))));
    return new Axes(scale(width), end / unit.get().of(1), height - PAD);
  }

  private static double right(double width) {
    return Math.max(LEFT + 1, width - RIGHT);
  }

  @Override
  protected void layoutChildren() {
    if (!ground(axes(getWidth(), getHeight())).equals(painted)) {
      repaintAll();
    }
    super.layoutChildren();
  }

  private Ground ground(Axes axes) {
    var all = points.get();
    return new Ground(all.subList(0, axes.scale().settled(all.size())), axes);
  }

  @Override
  protected void paintGround(Pen graphics, double width, double height) {
    var now = ground(axes(width, height));
    lines(graphics, now.axes(), 0, now.points().size());
    painted = new Ground(List.copyOf(now.points()), now.axes());
  }

  @Override
  protected void paint(Pen graphics, double width, double height) {
    var shown = points.get();
    if (shown.isEmpty()) {
      return;
    }
    var axes = axes(width, height);
    double right = right(width);
    double bottom = axes.bottom();
    graphics.setFont(SMALL_NUMBERS);
    graphics.setFill(paint(Ink.FAINT));
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.fillText(Numbers.count(Math.round(unit.get().of(axes.top()))), LEFT - 8, PAD + 6);
    graphics.fillText("0", LEFT - 8, bottom + 2);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setStroke(paint(Ink.HAIRLINE));
    graphics.setLineWidth(1);
    graphics.strokeLine(LEFT, crisp(bottom), right, crisp(bottom));
    mark(graphics, hovered.get(), axes);
    graphics.setStroke(paint(Ink.SOFT));
    mark(graphics, selected.get(), axes);
    int settled = axes.scale().settled(shown.size());
    int joint = Math.max(0, settled - axes.scale().group());
    lines(graphics, axes, joint, shown.size());
    tellGroup(graphics, axes.scale().group(), right);
    graphics.setFont(SMALL_WORDS);
    graphics.setFill(paint(Ink.SURPRISAL));
    double first = height / 2 - (isDrawn() ? 12 : 4);
    graphics.fillText("surprisal", right + 12, first);
    graphics.setFill(paint(Ink.SOFT));
    graphics.fillText("entropy, " + unit.get().label(), right + 12, first + 16);
    if (isDrawn()) {
      graphics.setFill(paint(Ink.NUCLEUS));
      graphics.fillText(unit.get().logarithm() + " kept", right + 12, first + 32);
    }
  }

  /// True if any token was drawn; those of a prompt were not.
  private boolean isDrawn() {
    return points.get().stream().anyMatch(point -> !Double.isNaN(point.kept()));
  }

  /// Draws the lines from one step to another, which is excluded.
  private void lines(Pen graphics, Axes axes, int from, int to) {
    graphics.setLineWidth(1);
    if (isDrawn()) {
      ink(graphics, Ink.NUCLEUS);
      line(graphics, Point::kept, axes, from, to);
    }
    ink(graphics, Ink.SOFT);
    if (axes.scale().group() == 1) {
      graphics.setDashes(2, 3);
    }
    line(graphics, Point::entropy, axes, from, to);
    graphics.setSolid();
    ink(graphics, Ink.SURPRISAL);
    graphics.setLineWidth(1.6);
    line(graphics, Point::surprisal, axes, from, to);
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

  private void mark(Pen graphics, int step, Axes axes) {
    if (step >= 0 && step < points.get().size()) {
      double x = crisp(axes.x(step));
      graphics.strokeLine(x, PAD, x, axes.bottom());
    }
  }

  private void line(Pen graphics, ToDoubleFunction<Point> measure, Axes axes, int from, int to) {
    int group = axes.scale().group();
    graphics.beginPath();
    boolean connected = false;
    int drawn = 0;
    for (int i = from; i < to; i += group) {
      double value = highest(measure, i, group);
      boolean isKnown = !Double.isNaN(value);
      if (isKnown && connected) {
        graphics.lineTo(axes.x(i), axes.y(value));
        drawn++;
        if (drawn % PIECES == 0) {
          graphics.stroke();
          graphics.beginPath();
          graphics.moveTo(axes.x(i), axes.y(value));
        }
      } else if (isKnown) {
        graphics.moveTo(axes.x(i), axes.y(value));
        if (Double.isNaN(highest(measure, i - group, group))
            && Double.isNaN(highest(measure, i + group, group))) {
          // No line goes through a point that stands alone, and a path of one point is invisible.
          graphics.fillCircle(axes.x(i), axes.y(value), DOT);
        }
      }
      connected = isKnown;
    }
    graphics.stroke();
  }

  /// The highest of the values that share a point; NaN where there are none.
  private double highest(ToDoubleFunction<Point> measure, int from, int group) {
    var all = points.get();
    int to = Math.min(all.size(), from + group);
    double highest = from >= 0 && from < to ? Double.NEGATIVE_INFINITY : Double.NaN;
    for (int i = Math.max(0, from); i < to; i++) {
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
}
