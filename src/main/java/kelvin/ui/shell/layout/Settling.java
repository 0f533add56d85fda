package kelvin.ui.shell.layout;

import javafx.scene.Node;
import javafx.scene.Scene;
import kelvin.ui.fx.Pulse;
import org.jspecify.annotations.Nullable;

/// Waits until a change of the layout has settled. It takes several layouts, since sizes of type
/// change those of panes.
final class Settling {

  private static final int LAYOUTS = 4;

  private final Node node;
  private final Runnable onLayout;
  private final Runnable onEnd;
  private final Runnable afterLayout = this::afterLayout;

  /// Null while nothing is waited for.
  private @Nullable Scene scene;

  private int layouts;

  /// @param node a node of the scene whose layouts are counted
  /// @param onLayout called after each layout but the last
  /// @param onEnd called after the last layout
  Settling(Node node, Runnable onLayout, Runnable onEnd) {
    this.node = node;
    this.onLayout = onLayout;
    this.onEnd = onEnd;
  }

  /// Counts from the next layout on, also if it is counting already.
  void begin() {
    stop();
    var now = node.getScene();
    if (now != null) {
      scene = now;
      layouts = 0;
      now.addPostLayoutPulseListener(afterLayout);
      Pulse.request();
    }
  }

  boolean isWaiting() {
    return scene != null;
  }

  private void afterLayout() {
    layouts++;
    if (layouts < LAYOUTS) {
      onLayout.run();
      Pulse.request();
    } else {
      stop();
      onEnd.run();
    }
  }

  private void stop() {
    if (scene != null) {
      scene.removePostLayoutPulseListener(afterLayout);
    }
    scene = null;
  }
}
