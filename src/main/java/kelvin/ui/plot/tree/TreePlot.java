package kelvin.ui.plot.tree;

import java.util.BitSet;
import java.util.function.IntConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;

/// A tree of paths. It is often larger than its room, so it shows a part, which the wheel and the
/// keys move.
public final class TreePlot extends PointPlot {

  static final Font TOKENS = SMALL_NUMBERS;
  static final Font ENDS = SMALL_WORDS;

  /// The room that stays between a selected token and the edge, in pixels.
  private static final double MARGIN = 40;

  private final DoubleProperty scrollX = new SimpleDoubleProperty(this, "scrollX", 0);
  private final DoubleProperty scrollY = new SimpleDoubleProperty(this, "scrollY", 0);
  private final ReadOnlyDoubleWrapper treeWidth = new ReadOnlyDoubleWrapper(this, "treeWidth", 0);
  private final ReadOnlyDoubleWrapper treeHeight = new ReadOnlyDoubleWrapper(this, "treeHeight", 0);
  private final IntegerProperty current = new SimpleIntegerProperty(this, "current", -1);
  private final TreePainter painter = new TreePainter(this);
  private TreePicture picture = TreePicture.EMPTY;
  private TreeGeometry geometry = new TreeGeometry(picture);
  private BitSet currentPath = new BitSet();
  private IntConsumer onLook = _ -> {};
  private Runnable onRemove = () -> {};
  private Runnable onRename = () -> {};

  /// True while another tree is taken over, which is no choice of the user.
  private boolean showing;

  /// True while the selected node is to come into sight and the plot has no size yet.
  private boolean waitsForRoom;

  public TreePlot() {
    super("path-tree");
    setMinSize(200, 60);
    setPrefSize(640, 260);
    scrollX.addListener(_ -> repaint());
    scrollY.addListener(_ -> repaint());
    current.addListener(_ -> followCurrent());
    focusedProperty().addListener(_ -> repaint());
    selectedProperty().subscribe(node -> look(node.intValue()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    pointsChanged();
  }

  private void look(int node) {
    if (node >= 0) {
      reveal(node);
    }
    if (!showing) {
      onLook.accept(node);
    }
  }

  /// Shows another tree.
  ///
  /// @param selected the node that is looked at; −1 for none
  /// @param ofText the node where the current text ends; −1 if it is none of this tree
  @SuppressWarnings("ReferenceEquality") // Comparing thousands of tokens costs more than a change.
  public void show(TreePicture shown, int selected, int ofText) {
    showing = true;
    if (shown != picture) {
      picture = shown;
      geometry = new TreeGeometry(shown);
      treeWidth.set(geometry.width());
      treeHeight.set(geometry.height());
      pointsChanged();
    }
    current.set(ofText);
    followCurrent();
    selectedProperty().set(selected);
    showing = false;
    stayWithin();
  }

  private void followCurrent() {
    currentPath = new BitSet(picture.nodes().size());
    for (int node = current.get(); node >= 0; node = picture.nodes().get(node).parent()) {
      currentPath.set(node);
    }
    repaint();
  }

  /// Called with the node that is selected; −1 for none.
  public void setOnLook(IntConsumer onLook) {
    this.onLook = onLook;
  }

  /// Called when Delete is pressed.
  public void setOnRemove(Runnable onRemove) {
    this.onRemove = onRemove;
  }

  /// Called when F2 is pressed.
  public void setOnRename(Runnable onRename) {
    this.onRename = onRename;
  }

  public TreePicture picture() {
    return picture;
  }

  /// The distance of the shown part from the left edge of the tree, in pixels.
  public DoubleProperty scrollXProperty() {
    return scrollX;
  }

  /// The distance of the shown part from the upper edge of the tree, in pixels.
  public DoubleProperty scrollYProperty() {
    return scrollY;
  }

  /// The width of the whole tree, in pixels.
  public ReadOnlyDoubleProperty treeWidthProperty() {
    return treeWidth.getReadOnlyProperty();
  }

  /// The height of the whole tree, in pixels.
  public ReadOnlyDoubleProperty treeHeightProperty() {
    return treeHeight.getReadOnlyProperty();
  }

  /// The x coordinate of the middle of a token, for pointing at it.
  public double xOf(int node) {
    return (geometry.left(node) + geometry.right(node)) / 2 - scrollX.get();
  }

  /// The y coordinate of the middle of a token, for pointing at it.
  public double yOf(int node) {
    return geometry.middle(node) - scrollY.get();
  }

  // Scrolling

  @Override
  protected void layoutChildren() {
    if (waitsForRoom) {
      reveal(selectedProperty().get());
    }
    stayWithin();
    super.layoutChildren();
  }

  private void stayWithin() {
    scrollTo(scrollX.get(), scrollY.get());
  }

  private void scrollTo(double x, double y) {
    scrollX.set(Math.clamp(x, 0, Math.max(0, geometry.width() - getWidth())));
    scrollY.set(Math.clamp(y, 0, Math.max(0, geometry.height() - getHeight())));
  }

  /// Brings a node into sight.
  public void reveal(int node) {
    waitsForRoom = getWidth() <= 0;
    if (waitsForRoom || node < 0 || node >= picture.nodes().size()) {
      return;
    }
    double x = inSight(scrollX.get(), getWidth(), geometry.left(node) - MARGIN, geometry.end(node));
    double y =
        inSight(
            scrollY.get(),
            getHeight(),
            geometry.middle(node) - TreeGeometry.ROW,
            geometry.middle(node) + TreeGeometry.ROW);
    scrollTo(x, y);
  }

  /// The place nearest to `now` from which the range is visible.
  private static double inSight(double now, double room, double from, double to) {
    double least = to + MARGIN - room;
    return from < now || least > from ? from : Math.max(now, least);
  }

  private void scroll(ScrollEvent event) {
    if (event.isShiftDown() && event.getDeltaX() == 0) {
      scrollTo(scrollX.get() - event.getDeltaY(), scrollY.get());
    } else {
      scrollTo(scrollX.get() - event.getDeltaX(), scrollY.get() - event.getDeltaY());
    }
    event.consume();
  }

  // The keyboard

  private void key(KeyEvent event) {
    int now = selectedProperty().get();
    if (event.isShortcutDown() || event.isAltDown() || picture.isEmpty() || now < 0) {
      return;
    }
    var row = picture.rows().get(picture.nodes().get(now).row());
    switch (event.getCode()) {
      case END -> selectedProperty().set(row.last());
      case DELETE, BACK_SPACE -> onRemove.run();
      case F2 -> onRename.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// The token that an arrow key leads to: along the path, or at the same step of the next one.
  @Override
  protected int next(int now, KeyCode arrow) {
    if (now < 0) {
      return 0;
    }
    var node = picture.nodes().get(now);
    return switch (arrow) {
      case LEFT -> Math.max(0, node.parent());
      case RIGHT -> forward(now);
      case UP -> picture.at(Math.max(0, node.row() - 1), node.step());
      default -> picture.at(Math.min(picture.rows().size() - 1, node.row() + 1), node.step());
    };
  }

  /// The next token, on the path of the current text where several follow.
  private int forward(int now) {
    var after = picture.after(now);
    return after.stream()
        .filter(currentPath::get)
        .findFirst()
        .orElseGet(() -> after.isEmpty() ? now : after.getFirst());
  }

  // The points

  @Override
  protected int count() {
    return picture.nodes().size();
  }

  @Override
  protected int pointAt(double x, double y) {
    return geometry.nodeAt(x + scrollX.get(), y + scrollY.get());
  }

  @Override
  protected String wordsOf(int point) {
    return picture.words().apply(point);
  }

  @Override
  protected String summary() {
    return picture.summary();
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    var shown =
        new TreePainter.Shown(
            picture, geometry, currentPath, pointed(), selectedProperty().get(), isFocused());
    painter.paint(pen, shown, new TreePainter.Part(scrollX.get(), scrollY.get(), width, height));
  }
}
