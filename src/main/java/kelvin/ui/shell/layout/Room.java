package kelvin.ui.shell.layout;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Tells the style of a window that it is low or narrow, so that what surrounds the panels shrinks
/// before they do.
public final class Room {

  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  /// In the window's own pixels, which grow with the zoom.
  private static final double LOW_HEIGHT = 660;

  private static final double NARROW_WIDTH = 720;
  private static final double STATUS_HEIGHT = 520;

  private Room() {}

  /// @param status the line at the bottom, which goes first
  public static void follow(Region window, Node status) {
    window
        .heightProperty()
        .subscribe(
            height -> {
              double now = height.doubleValue();
              window.pseudoClassStateChanged(LOW, now > 0 && now < LOW_HEIGHT);
              status.setVisible(now == 0 || now >= STATUS_HEIGHT);
              status.setManaged(status.isVisible());
            });
    window
        .widthProperty()
        .subscribe(
            width ->
                window.pseudoClassStateChanged(
                    NARROW, width.doubleValue() > 0 && width.doubleValue() < NARROW_WIDTH));
  }
}
