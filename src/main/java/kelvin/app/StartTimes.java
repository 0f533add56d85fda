package kelvin.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javafx.scene.Scene;
import kelvin.ui.fx.Pulse;
import kelvin.ui.plot.bars.TokenBars;

/// Logs the instants at which the window and its first distribution are painted.
///
/// The process cannot tell how long that took: what Linux says of its start rests on a time of boot
/// in whole seconds. So `installer/check/start-times`, which starts the program, takes the
/// difference.
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
    Pulse.afterNext(
        scene,
        () ->
            LOG.log(
                Level.INFO,
                "{0} painted at {1,number,0} ms since 1970",
                what,
                System.currentTimeMillis()));
  }
}
