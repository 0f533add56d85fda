package kelvin.ui.theme;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows one node larger than it is laid out: type, lines and room grow alike. Zoomed in on, it
/// keeps the room that it needs, and what does not fit is scrolled to.
public final class Magnified extends Region {

  /// Pixels of the stylesheet's root.
  private static final double TYPE = 13;

  private static final String TYPE_STYLE = "-fx-font-size: ";

  private final Region content;
  private final Scale scale = new Scale(1, 1);
  private double most = 1;
  private double leastWidth;
  private double leastHeight;
  private double zoom = 1;
  private final Panning panning = new Panning(this::requestLayout);
  private final ListChangeListener<Window> popups = this::windowsChanged;
  private Subscription focus = Subscription.EMPTY;

  public Magnified(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
    getChildren().addAll(panning.bars());
    addEventHandler(ScrollEvent.SCROLL, panning::scroll);
    sceneProperty().subscribe(this::follow);
  }

  /// Brings what has the focus into sight, also where the keyboard takes it.
  private void follow(@Nullable Scene scene) {
    focus.unsubscribe();
    focus =
        scene == null
            ? Subscription.EMPTY
            : scene.focusOwnerProperty().subscribe((_, owner) -> reveal(owner));
  }

  private void reveal(@Nullable Node owner) {
    if (owner != null && zoom > 1) {
      panning.reveal(sceneToLocal(owner.localToScene(owner.getBoundsInLocal())));
    }
  }

  /// How much larger the user wants it on top of that, from 1 to 3.
  public void setZoom(double wanted) {
    zoom = Zoom.within(wanted);
    requestLayout();
  }

  public double zoom() {
    return zoom;
  }

  /// Gives menus and tips of this window, which are windows of their own, type as large as its own.
  public void magnifyPopups() {
    Window.getWindows().addListener(new WeakListChangeListener<>(popups));
  }

  private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      for (var window : change.getAddedSubList()) {
        // It takes its type from what it belongs to, which is not magnified by its style.
        if (window instanceof PopupControl popup && isOurs(popup)) {
          if (times() > 1) {
            popup.setStyle(typeSize(times()));
          } else if (String.valueOf(popup.getStyle()).startsWith(TYPE_STYLE)) {
            popup.setStyle("");
          }
        }
      }
    }
  }

  private boolean isOurs(PopupWindow popup) {
    Window at = popup;
    while (at instanceof PopupWindow inner) {
      at = inner.getOwnerWindow();
    }
    return at != null && at.equals(getScene() == null ? null : getScene().getWindow());
  }

  /// The style that makes type this many times larger than usual.
  static String typeSize(double times) {
    return TYPE_STYLE + TYPE * times + "px;";
  }

  /// How much larger, or smaller, however little room that leaves.
  public void setMagnification(double times) {
    setMagnification(times, 0, 0);
  }

  /// How much larger at most; less where the content would get less room than this.
  public void setMagnification(double times, double leastContentWidth, double leastContentHeight) {
    most = times;
    leastWidth = leastContentWidth;
    leastHeight = leastContentHeight;
    requestLayout();
  }

  public Region content() {
    return content;
  }

  /// How much larger the content is now.
  public double magnification() {
    return scale.getX();
  }

  @Override
  protected void layoutChildren() {
    double times = times();
    if (times != scale.getX()) {
      scale.setX(times);
      scale.setY(times);
      // What is painted as a bitmap needs as many more pixels, even where its size stays.
      content.lookupAll(".plot").forEach(Magnified::layOut);
    }
    double width = getWidth() / times;
    double height = getHeight() / times;
    if (zoom > 1) {
      width = Math.max(width, leastWidth);
      height = Math.max(height, leastHeight);
    }
    panning.layOut(getWidth(), getHeight(), width * times, height * times);
    content.resizeRelocate(-panning.x(), -panning.y(), width, height);
  }

  /// How much larger the content is from the next layout on.
  double times() {
    double room = Math.min(most(getWidth(), leastWidth), most(getHeight(), leastHeight));
    return zoom * Math.max(Math.min(1, most), Math.min(most, room));
  }

  private static double most(double room, double needed) {
    return needed > 0 ? room / needed : Double.POSITIVE_INFINITY;
  }

  private static void layOut(Node plot) {
    if (plot instanceof Parent parent) {
      parent.requestLayout();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * most;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width < 0 ? -1 : width / most) * most;
  }

  @Override
  protected double computeMinWidth(double height) {
    return content.minWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return content.minHeight(-1);
  }
}
