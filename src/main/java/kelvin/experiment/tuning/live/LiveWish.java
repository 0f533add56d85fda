package kelvin.experiment.tuning.live;

import java.util.OptionalDouble;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Training;
import kelvin.experiment.tuning.TuningData;

/// A fine-tuning that is wanted.
///
/// @param training whose settings a head alone does not take: its seed is that of the setup
/// @param otherText a text whose loss is measured before and after; may be empty
public record LiveWish(
    EvaluationSetup setup, TuningData data, Training training, String otherText) {

  public LiveWish {
    otherText = otherText.strip();
  }

  public Depth depth() {
    return training.depth();
  }

  public TuningSettings settings() {
    return training.settings();
  }

  /// The penalty of a head; empty to choose it by cross-validation.
  public OptionalDouble l2() {
    return training.l2();
  }
}
