package kelvin.ui.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Waits on the FX thread without blocking it.
public final class AnimationPacer implements Pacer {

  private final PauseTransition pause = new PauseTransition();

  @Override
  public void after(double seconds, Runnable action) {
    pause.stop();
    pause.setDuration(Duration.seconds(seconds));
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  @Override
  public void cancel() {
    pause.stop();
  }
}
