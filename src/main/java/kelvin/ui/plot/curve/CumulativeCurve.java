package kelvin.ui.plot.curve;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import kelvin.distribution.Interval;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.Ghost;
import kelvin.ui.plot.KnownWords;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import org.jspecify.annotations.Nullable;

/// Cumulative mass against rank, on a logarithmic rank axis over the whole vocabulary. It has a
/// top-p line that can be dragged, the nucleus that the line cuts off, and the needle of the draw.
public final class CumulativeCurve extends PlotRegion {

  private static final double GRAB_DISTANCE = 10;

  /// The line moves by this part of the way that the mouse goes with Shift.
  private static final double FINE = 0.1;

  private final ObjectProperty<@Nullable DistributionPicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final ObjectProperty<@Nullable Ghost> ghost = new SimpleObjectProperty<>(this, "ghost");
  private final DoubleProperty topP = new SimpleDoubleProperty(this, "topP", 1);
  private DoubleConsumer onTopP = _ -> {};
  private boolean dragging;
  private double dragY;
  private double dragged;
  private double hoverX = Double.NaN;
  private CurvePainter.Hover hover = CurvePainter.Hover.NONE;
  private String handle = "p off";
  private final CurvePainter painter = new CurvePainter(this);
  private @Nullable CurveGround ground;
  private @Nullable CurveLines lines;
  private @Nullable CurveLabels labels;
  private @Nullable PlacedText hoverText;
  private CurvePainter.TopPLine line = new CurvePainter.TopPLine(1, false);

  public CumulativeCurve() {
    super("cumulative-curve", true);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setMinSize(240, 110);
    setPrefSize(640, 176);
    picture.addListener(_ -> changed());
    ghost.addListener(_ -> changed());
    topP.addListener(
        _ -> {
          handle = topP.get() < 1 ? "p " + trimmed(topP.get()) : "p off";
          changed();
        });
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> dragging = false);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(ScrollEvent.SCROLL, ScrollEvent::consume);
  }

  public ObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture;
  }

  /// The pinned distribution, over the same vocabulary; null for none.
  public ObjectProperty<@Nullable Ghost> ghostProperty() {
    return ghost;
  }

  /// The height of the line, 0..1; 1 means off.
  public DoubleProperty topPProperty() {
    return topP;
  }

  /// Called with the value to which the user drags the line.
  public void setOnTopP(DoubleConsumer onTopP) {
    this.onTopP = onTopP;
  }

  /// The y coordinate of a mass, for pointing at it.
  public double yOf(double mass) {
    return CurveGeometry.of(getWidth(), getHeight(), 2).y(mass);
  }

  /// The text about the point under the mouse, or empty.
  public String hoverText() {
    return hover.label();
  }

  private void changed() {
    var shown = picture.get();
    lines = null;
    if (shown != null) {
      setAccessibleText(
          "top-p "
              + Numbers.threeDigits(topP.get())
              + ", "
              + Numbers.count(shown.isDrawKnown() ? shown.distribution().keptCount() : shown.rows())
              + " of "
              + Numbers.count(shown.count())
              + (shown.isDrawKnown() ? " tokens kept" : " tokens known"));
    }
    pointAt();
    var known = ground;
    if (known == null || shown == null || !known.isOf(shown.own(), ghost.get())) {
      ground = null;
      repaintAll();
    } else {
      repaint();
    }
  }

  private static String trimmed(double topP) {
    var text = String.format(Locale.ROOT, "%.3f", topP);
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  protected void paintGround(Pen pen, double width, double height) {
    var shown = picture.get();
    if (shown != null) {
      painter.paintGround(pen, ground(shown, width, height));
    }
  }

  private CurveGround ground(DistributionPicture shown, double width, double height) {
    var ready = ground;
    if (ready == null || ready.steps().geometry().isOther(width, height)) {
      var at = CurveGeometry.of(width, height, shown.count());
      ready = new CurveGround(shown.own(), ghost.get(), at, Box.of(width, height));
      ground = ready;
      lines = null;
    }
    return ready;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    var shown = picture.get();
    if (shown == null) {
      return;
    }
    var steps = ground(shown, width, height).steps();
    var ready = lines;
    boolean isNew = ready == null;
    if (ready == null) {
      ready = new CurveLines(shown, steps);
      lines = ready;
    }
    var placed = labels;
    if (placed == null || isNew) {
      placed = new CurveLabels(ready, ground(shown, width, height).places(), topP.get(), handle);
      labels = placed;
      hoverText = null;
    }
    if (hover.rank() == 0) {
      painter.paint(pen, ready, placed, line(), null);
      return;
    }
    double x = ready.geometry().x(hover.rank());
    double y = ready.geometry().y(mass(shown, hover.rank()).low());
    if (hoverText == null) {
      hoverText = placed.about(hover, x, y).orElse(null);
    }
    painter.paint(pen, ready, placed, line(), hoverText);
    painter.paintHover(pen, x, y, hoverText);
  }

  private CurvePainter.TopPLine line() {
    boolean active = isFocused() || dragging;
    if (line.p() != topP.get() || line.active() != active) {
      line = new CurvePainter.TopPLine(topP.get(), active);
    }
    return line;
  }

  private void hover(MouseEvent event) {
    setCursor(isNearLine(event) ? Cursor.V_RESIZE : Cursor.DEFAULT);
    hoverX = event.getX();
    pointAt();
  }

  /// Updates the text about the point under the mouse.
  private void pointAt() {
    var shown = picture.get();
    var place = CurvePainter.Hover.NONE;
    if (shown != null && !Double.isNaN(hoverX)) {
      var geometry = CurveGeometry.of(getWidth(), getHeight(), shown.count());
      if (hoverX >= geometry.left() && hoverX <= geometry.right()) {
        int rank = geometry.rank(hoverX);
        place = new CurvePainter.Hover(rank, text(shown, rank), numbers(shown, rank));
      }
    }
    if (!place.equals(hover)) {
      hover = place;
      hoverText = null;
      repaint();
    }
  }

  private static String text(DistributionPicture shown, int rank) {
    return rank <= shown.rows() ? shown.textAtRank(rank) : "not listed";
  }

  private static Interval mass(DistributionPicture shown, int rank) {
    return shown
        .bounds()
        .map(bounds -> bounds.curve(rank))
        .orElseGet(() -> Interval.exactly(shown.distribution().scaled().cumulative(rank)));
  }

  private static String numbers(DistributionPicture shown, int rank) {
    return "  rank "
        + Numbers.count(rank)
        + "  Σ "
        + KnownWords.between(
            Numbers.cumulativePercent(mass(shown, rank).low()),
            Numbers.cumulativePercent(mass(shown, rank).high()))
        + " %";
  }

  private void leave() {
    hoverX = Double.NaN;
    pointAt();
  }

  private boolean isNearLine(MouseEvent event) {
    return Math.abs(event.getY() - yOf(topP.get())) <= GRAB_DISTANCE;
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragging = isNearLine(event);
    dragY = event.getY();
    dragged = topP.get();
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (dragging) {
      leave();
      var at = CurveGeometry.of(getWidth(), getHeight(), 2);
      double moved = at.mass(event.getY()) - at.mass(dragY);
      dragged = Math.clamp(dragged + (event.isShiftDown() ? moved * FINE : moved), 0, 1);
      dragY = event.getY();
      propose(dragged);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    double step = event.isShiftDown() ? 0.001 : 0.01;
    switch (event.getCode()) {
      case UP -> propose(topP.get() + step);
      case DOWN -> propose(topP.get() - step);
      case HOME -> propose(0);
      case END -> propose(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// A pixel is coarser than a thousandth, so that is what dragging gives.
  private void propose(double mass) {
    onTopP.accept(Math.clamp(Math.round(mass * 1000) / 1000.0, 0, 1));
  }
}
