package kelvin.ui.tuning;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.experiment.tuning.TuningProgress;
import kelvin.experiment.tuning.live.LiveListener;
import kelvin.experiment.tuning.live.LiveOutcome;
import kelvin.experiment.tuning.live.LiveState;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.LatestOnFxThread;

/// Brings the news of a fine-tuning to the FX thread: of what goes on only the latest, so that many
/// steps cost one frame.
final class TuningRun implements LiveListener {

  private final Consumer<TuningProgress> progress;
  private final Consumer<LiveState> states;
  private final Consumer<End> ends;

  /// The end of a fine-tuning.
  sealed interface End {
    record Done(LiveOutcome outcome) implements End {}

    record Cancelled() implements End {}

    /// @param reason a sentence for the user
    record Failed(String reason) implements End {}
  }

  /// All are called on the FX thread.
  TuningRun(
      Executor fxThread,
      Consumer<TuningProgress> onProgress,
      Consumer<LiveState> onState,
      Consumer<End> onEnd) {
    progress = new LatestOnFxThread<>(fxThread, onProgress);
    states = new LatestOnFxThread<>(fxThread, onState);
    ends = new EveryOnFxThread<>(fxThread, onEnd);
  }

  @Override
  public void working(TuningProgress now) {
    progress.accept(now);
  }

  @Override
  public void stepped(LiveState state) {
    states.accept(state);
  }

  @Override
  public void ended(LiveOutcome outcome) {
    ends.accept(new End.Done(outcome));
  }

  @Override
  public void cancelled() {
    ends.accept(new End.Cancelled());
  }

  @Override
  public void failed(String reason) {
    ends.accept(new End.Failed(reason));
  }
}
