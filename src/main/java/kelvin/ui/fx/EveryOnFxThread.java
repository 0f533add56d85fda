package kelvin.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Carries every value to the FX thread, in order: for rare events, each of which matters. What
/// comes often goes through `LatestOnFxThread`.
public final class EveryOnFxThread<T> implements Consumer<T> {

  private final Executor fxThread;
  private final Consumer<T> target;

  /// @param fxThread an `FxThread`, or another one in a test
  public EveryOnFxThread(Executor fxThread, Consumer<T> target) {
    this.fxThread = fxThread;
    this.target = target;
  }

  @Override
  public void accept(T value) {
    fxThread.execute(() -> target.accept(value));
  }
}
