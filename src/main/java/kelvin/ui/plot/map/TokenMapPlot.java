package kelvin.ui.plot.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import org.jspecify.annotations.Nullable;

/// A map of tokens. Dragging moves it, the wheel and + and − enlarge it, and a line that is drawn
/// around tokens selects them.
public final class TokenMapPlot extends PointPlot {

  /// The largest distance from the mouse to the token that it points at, in pixels.
  private static final double NEAR = 14;

  private static final double KEY_ZOOM = 1.25;
  private static final double WHEEL = 0.002;

  /// The part of the plot that Shift with an arrow key moves it by.
  private static final double KEY_MOVE = 0.1;

  private final ObjectProperty<Viewport> viewport =
      new SimpleObjectProperty<>(this, "viewport", Viewport.WHOLE);
  private final ObjectProperty<Set<Integer>> chosen =
      new SimpleObjectProperty<>(this, "chosen", Set.of());
  private final BooleanProperty labelled = new SimpleBooleanProperty(this, "labelled", true);
  private final BooleanProperty lassoing = new SimpleBooleanProperty(this, "lassoing", false);
  private final MapPainter painter = new MapPainter(this);
  private MapPicture picture = MapPicture.EMPTY;
  private Runnable onRemove = () -> {};
  private @Nullable Lasso lasso;
  private double dragX;
  private double dragY;
  private boolean dragging;

  public TokenMapPlot() {
    super("token-map");
    setMinSize(240, 160);
    setPrefSize(640, 420);
    viewport.addListener(_ -> repaint());
    chosen.addListener(_ -> repaint());
    labelled.addListener(_ -> repaint());
    lassoing.subscribe(now -> setCursor(now ? Cursor.CROSSHAIR : Cursor.DEFAULT));
    focusedProperty().addListener(_ -> repaint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventFilter(MouseEvent.MOUSE_CLICKED, this::swallowDrag);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    pointsChanged();
  }

  /// Shows another map. A selection of tokens that are still there stays.
  public void show(MapPicture shown) {
    var ids = ids();
    picture = shown;
    chosen.set(Set.copyOf(keep(chosen.get(), shown)));
    if (!ids.equals(ids())) {
      pointsChanged();
    }
    repaint();
  }

  private static Set<Integer> keep(Set<Integer> before, MapPicture shown) {
    var there = new HashSet<Integer>();
    shown.points().forEach(place -> there.add(place.id()));
    there.retainAll(before);
    return there;
  }

  private List<Integer> ids() {
    return picture.points().stream().map(place -> place.id()).toList();
  }

  public MapPicture picture() {
    return picture;
  }

  /// The part of the map that is shown.
  public ObjectProperty<Viewport> viewportProperty() {
    return viewport;
  }

  /// The ids of the tokens that were selected with a lasso.
  public ObjectProperty<Set<Integer>> chosenProperty() {
    return chosen;
  }

  /// True if tokens have their texts beside them. The selected ones always have.
  public BooleanProperty labelledProperty() {
    return labelled;
  }

  /// True if dragging draws a lasso instead of moving the map. Shift does the other one.
  public BooleanProperty lassoingProperty() {
    return lassoing;
  }

  /// Called when Delete is pressed.
  public void setOnRemove(Runnable onRemove) {
    this.onRemove = onRemove;
  }

  /// The x coordinate of a token, for pointing at it.
  public double xOf(int point) {
    return frame(getWidth(), getHeight()).x(picture.points().get(point));
  }

  /// The y coordinate of a token, for pointing at it.
  public double yOf(int point) {
    return frame(getWidth(), getHeight()).y(picture.points().get(point));
  }

  /// Enlarges the map around its middle.
  public void zoom(double factor) {
    zoomAt(factor, getWidth() / 2, getHeight() / 2);
  }

  private void zoomAt(double factor, double x, double y) {
    var whole = Viewport.WHOLE.frame(picture, getWidth(), getHeight(), MapPainter.MARGIN);
    var frame = frame(getWidth(), getHeight());
    // A viewport counts from the middle of all tokens.
    viewport.set(
        viewport
            .get()
            .zoomed(factor, frame.mapX(x) - whole.middleX(), frame.mapY(y) - whole.middleY()));
  }

  private Viewport.Frame frame(double width, double height) {
    return viewport.get().frame(picture, width, height, MapPainter.MARGIN);
  }

  // The mouse

  private void press(MouseEvent event) {
    dragging = false;
    if (event.getButton() != MouseButton.PRIMARY || picture.isEmpty()) {
      return;
    }
    dragX = event.getX();
    dragY = event.getY();
    lasso = lassoing.get() == event.isShiftDown() ? null : new Lasso();
    if (lasso != null) {
      lasso.add(dragX, dragY);
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || picture.isEmpty()) {
      return;
    }
    boolean isClick = Math.hypot(event.getX() - dragX, event.getY() - dragY) < 3;
    if (!dragging && isClick) {
      return;
    }
    dragging = true;
    var drawn = lasso;
    if (drawn != null) {
      drawn.add(event.getX(), event.getY());
      repaint();
    } else {
      double scale = frame(getWidth(), getHeight()).scale();
      viewport.set(
          viewport.get().moved((dragX - event.getX()) / scale, (event.getY() - dragY) / scale));
      dragX = event.getX();
      dragY = event.getY();
    }
    event.consume();
  }

  private void release(MouseEvent event) {
    var drawn = lasso;
    lasso = null;
    if (drawn == null || !dragging) {
      return;
    }
    var held = new HashSet<Integer>();
    for (int i = 0; i < picture.count(); i++) {
      if (drawn.holds(xOf(i), yOf(i))) {
        held.add(picture.points().get(i).id());
      }
    }
    chosen.set(Set.copyOf(held));
    repaint();
    event.consume();
  }

  /// The end of a drag is no click on the token that happens to be there.
  private void swallowDrag(MouseEvent event) {
    if (dragging) {
      event.consume();
    } else if (pointAt(event.getX(), event.getY()) < 0) {
      chosen.set(Set.of());
    }
    dragging = false;
  }

  private void scroll(ScrollEvent event) {
    if (!picture.isEmpty() && event.getDeltaY() != 0) {
      zoomAt(Math.exp(event.getDeltaY() * WHEEL), event.getX(), event.getY());
    }
    event.consume();
  }

  // The keyboard

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || picture.isEmpty()) {
      return;
    }
    var arrow = event.getCode();
    if (event.isShiftDown() && arrow.isArrowKey()) {
      var frame = frame(getWidth(), getHeight());
      double across = getWidth() * KEY_MOVE / frame.scale();
      double up = getHeight() * KEY_MOVE / frame.scale();
      viewport.set(
          viewport
              .get()
              .moved(
                  arrow == KeyCode.RIGHT ? across : arrow == KeyCode.LEFT ? -across : 0,
                  arrow == KeyCode.UP ? up : arrow == KeyCode.DOWN ? -up : 0));
      event.consume();
      return;
    }
    switch (arrow) {
      case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM);
      case DIGIT0, NUMPAD0 -> viewport.set(Viewport.WHOLE);
      case A -> chosen.set(Set.copyOf(ids()));
      case DELETE, BACK_SPACE -> onRemove.run();
      case ESCAPE -> {
        if (chosen.get().isEmpty()) {
          return;
        }
        chosen.set(Set.of());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// The nearest token in the direction of the arrow; the same one where there is none.
  @Override
  protected int next(int now, KeyCode arrow) {
    if (now < 0 || now >= picture.count()) {
      return 0;
    }
    int best = now;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < picture.count(); i++) {
      double right = xOf(i) - xOf(now);
      double down = yOf(i) - yOf(now);
      double ahead =
          switch (arrow) {
            case RIGHT -> right;
            case LEFT -> -right;
            case DOWN -> down;
            default -> -down;
          };
      double aside = arrow == KeyCode.RIGHT || arrow == KeyCode.LEFT ? down : right;
      double way = ahead + 2 * Math.abs(aside);
      if (i != now && ahead > 0 && way < least) {
        least = way;
        best = i;
      }
    }
    return best;
  }

  // The points

  @Override
  protected int count() {
    return picture.count();
  }

  @Override
  protected int pointAt(double x, double y) {
    int best = -1;
    double least = NEAR;
    for (int i = 0; i < picture.count(); i++) {
      double way = Math.hypot(xOf(i) - x, yOf(i) - y);
      if (way < least) {
        least = way;
        best = i;
      }
    }
    return best >= 0 ? best : painter.labelAt(x, y);
  }

  @Override
  protected String wordsOf(int point) {
    return picture.words(point);
  }

  @Override
  protected String summary() {
    return picture.summary();
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (picture.isEmpty()) {
      return;
    }
    var marked = new ArrayList<Integer>();
    for (int i = 0; i < picture.count(); i++) {
      if (chosen.get().contains(picture.points().get(i).id())) {
        marked.add(i);
      }
    }
    painter.paint(
        pen,
        new MapPainter.Shown(picture, frame(width, height), marked, pointed(), labelled.get()),
        width,
        height);
    var drawn = lasso;
    if (drawn != null) {
      painter.paintLasso(pen, drawn);
    }
  }
}
