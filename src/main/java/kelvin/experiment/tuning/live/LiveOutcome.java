package kelvin.experiment.tuning.live;

import java.util.Optional;
import kelvin.engine.tuning.TuningResult;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.tuning.HeadTuning;
import kelvin.experiment.tuning.TrainedHead;

/// The end of a fine-tuning.
public sealed interface LiveOutcome {

  /// The test part, judged by what was learned.
  Optional<Evaluation> after();

  /// Weights were trained; the copy holds the best ones.
  ///
  /// @param head that was trained with them; empty if the loss is the model's own
  /// @param after empty if judging was cancelled
  /// @param curves of all epochs
  record Weights(
      TuningResult result,
      Optional<TrainedHead> head,
      Optional<Evaluation> after,
      LiveState.Curves curves)
      implements LiveOutcome {}

  /// A head was fitted.
  record Head(HeadTuning tuned) implements LiveOutcome {

    @Override
    public Optional<Evaluation> after() {
      return Optional.of(tuned.heldOut());
    }
  }
}
