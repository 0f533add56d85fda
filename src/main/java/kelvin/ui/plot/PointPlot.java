package kelvin.ui.plot;

import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// A plot of points that can be pointed at, selected by keyboard and chosen.
///
/// Points are numbered from 0 in the order in which the arrow keys visit them.
public abstract class PointPlot extends PlotRegion {

  private static final String STYLE_CLASS = "point-plot";

  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private final Tooltip tooltip = new Tooltip();
  private IntConsumer onChoose = _ -> {};
  private int hovered = -1;

  protected PointPlot(String styleClass) {
    super(styleClass);
    getStyleClass().add(STYLE_CLASS);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
    tooltip.setShowDelay(Duration.millis(500));
    selected.addListener(_ -> tell());
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(pointAt(event.getX(), event.getY())));
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(-1));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  protected abstract int count();

  /// The point at a position in the plot, or −1.
  protected abstract int pointAt(double x, double y);

  /// The text about a point.
  protected abstract String wordsOf(int point);

  /// The description of the whole plot for screen readers.
  protected abstract String summary();

  /// The point that an arrow key leads to; one that does not exist stands for the first or last.
  ///
  /// @param now the selected point, −1 for none
  protected int next(int now, KeyCode arrow) {
    return arrow == KeyCode.RIGHT || arrow == KeyCode.DOWN ? now + 1 : now - 1;
  }

  /// Called when other points are shown.
  protected final void pointsChanged() {
    hovered = -1;
    selected.set(-1);
    tell();
  }

  private void hover(int point) {
    if (point != hovered) {
      hovered = point;
      tell();
      Tooltip.uninstall(this, tooltip);
      if (point >= 0) {
        tooltip.setText(wordsOf(point));
        Tooltip.install(this, tooltip);
      }
    }
  }

  private void tell() {
    int point = pointed();
    words.set(point < 0 ? "" : wordsOf(point));
    setAccessibleText(point < 0 ? summary() : wordsOf(point));
    repaint();
  }

  /// The point under the mouse, else the selected one; −1 for none.
  protected final int pointed() {
    if (hovered >= 0) {
      return hovered;
    }
    return selected.get() < count() ? selected.get() : -1;
  }

  private void click(MouseEvent event) {
    requestFocus();
    int point = pointAt(event.getX(), event.getY());
    if (point >= 0 && event.getButton() == MouseButton.PRIMARY) {
      selected.set(point);
      if (event.getClickCount() == 2) {
        onChoose.accept(point);
      }
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || count() == 0) {
      return;
    }
    int now = selected.get();
    switch (event.getCode()) {
      case RIGHT, LEFT, UP, DOWN ->
          selected.set(Math.clamp(next(now, event.getCode()), 0, count() - 1));
      case HOME -> selected.set(0);
      case END -> selected.set(count() - 1);
      case ENTER, SPACE -> {
        if (now >= 0) {
          onChoose.accept(now);
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Chooses a point, as a double click does.
  protected final void choose(int point) {
    onChoose.accept(point);
  }

  /// The point that was clicked or reached by keys; −1 for none.
  public final IntegerProperty selectedProperty() {
    return selected;
  }

  /// The text about the point that is pointed at; empty for none.
  public final ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /// Called with a point that was clicked twice, or chosen with Enter.
  public final void setOnChoose(IntConsumer onChoose) {
    this.onChoose = onChoose;
  }
}
