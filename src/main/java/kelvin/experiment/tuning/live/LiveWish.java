package kelvin.experiment.tuning.live;

import java.util.OptionalDouble;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.TuningData;

/// A fine-tuning that is wanted.
///
/// @param settings of a training of weights; a head takes only the seed, from the setup
/// @param l2 the penalty of a head; empty to choose it by cross-validation
/// @param otherText a text whose loss is measured before and after; may be empty
public record LiveWish(
    EvaluationSetup setup,
    TuningData data,
    Depth depth,
    TuningSettings settings,
    OptionalDouble l2,
    String otherText) {

  public LiveWish {
    otherText = otherText.strip();
  }
}
