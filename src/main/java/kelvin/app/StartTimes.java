package kelvin.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.Scene;
import kelvin.ui.plot.bars.TokenBars;

/// Logs the time until the window and its first distribution, from the start of the process.
final class StartTimes {

  private static final Logger LOG = System.getLogger(StartTimes.class.getName());

  private StartTimes() {}

  /// @param scene of a visible window, before its first pulse
  static void logOf(Scene scene) {
    afterPulse(scene, "window");
    if (scene.lookup("#bars") instanceof TokenBars bars) {
      bars.pictureProperty()
          .subscribe(
              (before, _) -> {
                if (before == null) {
                  afterPulse(scene, "distribution");
                }
              });
    }
  }

  private static void afterPulse(Scene scene, String what) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(
                    start ->
                        LOG.log(
                            Level.INFO,
                            "{0} after {1,number,0} ms",
                            what,
                            Duration.between(start, Instant.now()).toMillis()));
          }
        });
  }
}
