package kelvin.ui.fx;

import javafx.application.Platform;
import javafx.scene.Scene;

/// Asks for a pulse, in which the toolkit lays out and paints.
public final class Pulse {

  private Pulse() {}

  /// Makes the next pulse come even if nothing else needs one.
  public static void request() {
    Platform.requestNextPulse();
  }

  /// Runs an action once, after the scene's next layout has been handed to the renderer.
  public static void afterNext(Scene scene, Runnable action) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(action);
          }
        });
    request();
  }
}
