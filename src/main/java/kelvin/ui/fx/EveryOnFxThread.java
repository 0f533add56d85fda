package kelvin.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Passes every value to the FX thread, in order. It is for rare events that must not be lost;
/// frequent values go through `LatestOnFxThread`.
public final class EveryOnFxThread<T> implements Consumer<T> {

  private final Executor fxThread;
  private final Consumer<T> target;

  /// @param fxThread an `FxThread`, or another executor in a test
  public EveryOnFxThread(Executor fxThread, Consumer<T> target) {
    this.fxThread = fxThread;
    this.target = target;
  }

  @Override
  public void accept(T value) {
    fxThread.execute(() -> target.accept(value));
  }
}
