package kelvin.ui.theme;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Shows one node larger than it is laid out, so that type, lines and spacing grow together. The
/// node is laid out anew for the room that remains, and scrolls only where even that is too little.
public final class Magnified extends Region {

  /// The font size of the stylesheet's root, in pixels.
  private static final double TYPE = 13;

  /// The room that zoomed content is laid out in at the least; with less it can be scrolled.
  private static final double LEAST_WIDTH = 400;

  private static final double LEAST_HEIGHT = 380;

  /// The greatest width of a tooltip whose type is not magnified, in pixels: some seventy letters.
  private static final double TOOLTIP_WIDTH = 430;

  private static final String TYPE_STYLE = "-fx-font-size: ";

  /// Marks tooltips whose limit is from here, so that it follows the magnification.
  private static final String TOOLTIP_LIMIT = "kelvin.tooltip.limit";

  private final Region content;
  private final Scale scale = new Scale(1, 1);
  private double maxMagnification = 1;
  private double minWidth;
  private double minHeight;
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

  /// Scrolls to the node that gets the focus, including by keyboard.
  private void follow(@Nullable Scene scene) {
    focus.unsubscribe();
    focus =
        scene == null
            ? Subscription.EMPTY
            : scene.focusOwnerProperty().subscribe((_, owner) -> reveal(owner));
  }

  private void reveal(@Nullable Node owner) {
    if (owner != null && zoom > 1) {
      for (var at = owner.getParent(); at != null; at = at.getParent()) {
        if (at instanceof ScrollPane pane) {
          Panning.reveal(pane, owner);
        }
      }
      panning.reveal(sceneToLocal(owner.localToScene(owner.getBoundsInLocal())));
    }
  }

  /// Sets the zoom that the user adds on top of the magnification, from 1 to 3.
  public void setZoom(double wanted) {
    zoom = Zoom.within(wanted);
    requestLayout();
  }

  public double zoom() {
    return zoom;
  }

  /// Enlarges the type in menus and tooltips of this window, which are windows of their own, and
  /// wraps long tooltips.
  public void magnifyPopups() {
    Window.getWindows().addListener(new WeakListChangeListener<>(popups));
  }

  private void windowsChanged(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      for (var window : change.getAddedSubList()) {
        if (window instanceof Tooltip tooltip) {
          limitWidth(tooltip);
        }
        // A popup inherits its type from its owner, whose style does not include the magnification.
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

  /// Limits the width of a tooltip that has no limit of its own, also of one in a dialog. Style
  /// sheets cannot: the toolkit binds the width of its label.
  private void limitWidth(Tooltip tooltip) {
    var limits = tooltip.getProperties();
    if (tooltip.getMaxWidth() == Region.USE_COMPUTED_SIZE || limits.containsKey(TOOLTIP_LIMIT)) {
      limits.put(TOOLTIP_LIMIT, true);
      tooltip.setMaxWidth(TOOLTIP_WIDTH * (isOurs(tooltip) ? times() : 1));
    }
  }

  private boolean isOurs(PopupWindow popup) {
    Window at = popup;
    while (at instanceof PopupWindow inner) {
      at = inner.getOwnerWindow();
    }
    return at != null && at.equals(getScene() == null ? null : getScene().getWindow());
  }

  /// The style for type this many times larger than normal.
  static String typeSize(double times) {
    return TYPE_STYLE + TYPE * times + "px;";
  }

  /// Sets the magnification, regardless of how little room remains.
  public void setMagnification(double times) {
    setMagnification(times, 0, 0);
  }

  /// Sets the greatest magnification. It is reduced where the content would get less room than
  /// this.
  public void setMagnification(double times, double minContentWidth, double minContentHeight) {
    maxMagnification = times;
    minWidth = minContentWidth;
    minHeight = minContentHeight;
    requestLayout();
  }

  public Region content() {
    return content;
  }

  /// The current magnification of the content.
  public double magnification() {
    return scale.getX();
  }

  @Override
  protected void layoutChildren() {
    double times = times();
    if (times != scale.getX()) {
      scale.setX(times);
      scale.setY(times);
      // Painted plots need more pixels, even if their size stays the same.
      content.lookupAll(".plot").forEach(Magnified::layOut);
    }
    double width = getWidth() / times;
    double height = getHeight() / times;
    if (zoom > 1) {
      height = Math.max(height, LEAST_HEIGHT);
      double bar = height * times > getHeight() + 1 ? Panning.THICKNESS : 0;
      width = Math.max((getWidth() - bar) / times, LEAST_WIDTH);
    }
    panning.layOut(getWidth(), getHeight(), width * times, height * times);
    content.resizeRelocate(-panning.x(), -panning.y(), width, height);
  }

  /// The magnification of the content from the next layout on.
  double times() {
    double room =
        Math.min(magnificationFor(getWidth(), minWidth), magnificationFor(getHeight(), minHeight));
    return zoom * Math.max(Math.min(1, maxMagnification), Math.min(maxMagnification, room));
  }

  private static double magnificationFor(double room, double needed) {
    return needed > 0 ? room / needed : Double.POSITIVE_INFINITY;
  }

  private static void layOut(Node plot) {
    if (plot instanceof Parent parent) {
      parent.requestLayout();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * maxMagnification;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width < 0 ? -1 : width / maxMagnification) * maxMagnification;
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
