package kelvin.experiment.adapt.live;

import kelvin.experiment.adapt.AdaptListener;
import kelvin.experiment.adapt.Adaptation;

/// Hears of a comparison beside the other uses of a model, on the threads that run it.
public interface LiveAdaptListener extends AdaptListener {

  /// The prompts are measured; heads and weights wait for the thread that trains.
  void waiting();

  /// It ended, for whatever reason; called once.
  ///
  /// @param measured everything that was measured, perhaps no point
  /// @param reason a sentence if it could not go on; empty if it was complete or cancelled
  void ended(Adaptation measured, String reason);

  /// It ended before it began.
  ///
  /// @param reason a sentence; empty if it was cancelled
  void notBegun(String reason);
}
