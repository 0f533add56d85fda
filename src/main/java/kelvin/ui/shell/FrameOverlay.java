package kelvin.ui.shell;

import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import kelvin.ui.fx.FrameTimes;

/// Shows the durations of frames, for finding out why a slider stutters. Hidden until
/// Ctrl+Shift+F12 is pressed.
final class FrameOverlay extends Label {

  private static final int FRAMES = 240;
  private static final long REFRESH_NANOS = 500_000_000;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final FrameTimes layouts = new FrameTimes(FRAMES);
  private final FrameTimes intervals = new FrameTimes(FRAMES);
  private final Runnable before = this::layoutBegins;
  private final Runnable after = this::layoutEnded;
  private final AnimationTimer timer;
  private long layoutBegan;
  private long lastFrame;
  private long lastRefresh;

  FrameOverlay() {
    setId("frame-times");
    getStyleClass().add("frame-times");
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frame(now);
          }
        };
  }

  /// Shows or hides the overlay; nothing is measured while it is hidden.
  void toggle() {
    boolean shown = !isVisible();
    setVisible(shown);
    Scene scene = getScene();
    if (shown) {
      scene.addPreLayoutPulseListener(before);
      scene.addPostLayoutPulseListener(after);
      lastFrame = 0;
      timer.start();
    } else {
      timer.stop();
      scene.removePreLayoutPulseListener(before);
      scene.removePostLayoutPulseListener(after);
    }
  }

  private void layoutBegins() {
    layoutBegan = System.nanoTime();
  }

  private void layoutEnded() {
    layouts.add((System.nanoTime() - layoutBegan) / NANOS_PER_MILLISECOND);
  }

  private void frame(long now) {
    if (lastFrame > 0) {
      intervals.add((now - lastFrame) / NANOS_PER_MILLISECOND);
    }
    lastFrame = now;
    if (now - lastRefresh >= REFRESH_NANOS) {
      lastRefresh = now;
      setText(
          String.format(
              Locale.ROOT,
              "layout and paint %.1f ms, p99 %.1f\nfrom frame to frame %.1f ms, p99 %.1f",
              layouts.quantile(0.5),
              layouts.quantile(0.99),
              intervals.quantile(0.5),
              intervals.quantile(0.99)));
      autosize();
      relocate(getScene().getWidth() - getWidth() - 24, 64);
    }
  }
}
