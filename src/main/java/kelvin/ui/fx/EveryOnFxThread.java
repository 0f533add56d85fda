package kelvin.ui.fx;

import java.util.function.Consumer;
import javafx.application.Platform;

/// Carries every value to the FX thread, in order: for rare events, each of which matters. What
/// comes often goes through `LatestOnFxThread`.
public final class EveryOnFxThread<T> implements Consumer<T> {

  private final Consumer<T> target;

  public EveryOnFxThread(Consumer<T> target) {
    this.target = target;
  }

  @Override
  public void accept(T value) {
    Platform.runLater(() -> target.accept(value));
  }
}
