package kelvin.ui.adapt.lab;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import kelvin.experiment.adapt.AdaptProgress;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.adapt.live.LiveAdaptListener;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.LatestOnFxThread;

/// Passes the news of a running comparison to the FX thread, which takes only the latest progress.
final class AdaptNews implements LiveAdaptListener {

  private final Consumer<Step> steps;
  private final Consumer<End> ends;

  /// A moment of a comparison.
  sealed interface Step {
    record Measured(AdaptProgress progress) implements Step {}

    record Waiting() implements Step {}
  }

  /// The end of a comparison.
  ///
  /// @param measured empty if it never began
  /// @param reason a sentence; empty if it was complete or cancelled
  record End(Optional<Adaptation> measured, String reason) {}

  /// Both are called on the FX thread.
  AdaptNews(Executor fxThread, Consumer<Step> onStep, Consumer<End> onEnd) {
    steps = new LatestOnFxThread<>(fxThread, onStep);
    ends = new EveryOnFxThread<>(fxThread, onEnd);
  }

  @Override
  public void told(AdaptProgress progress) {
    steps.accept(new Step.Measured(progress));
  }

  @Override
  public void waiting() {
    steps.accept(new Step.Waiting());
  }

  @Override
  public void ended(Adaptation measured, String reason) {
    ends.accept(new End(Optional.of(measured), reason));
  }

  @Override
  public void notBegun(String reason) {
    ends.accept(new End(Optional.empty(), reason));
  }
}
