package kelvin.ui.tuning;

import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.tuning.Depth;
import kelvin.ui.lab.SetupException;
import kelvin.ui.lab.TypedFields;

/// The settings of a training of weights as they were typed.
///
/// @param rate the learning rate; empty for that of the depth
public record TypedTraining(Depth depth, String epochs, String rate, String batch, String rank) {

  /// @throws SetupException naming the field that makes no sense
  public TuningSettings settings(long seed) throws SetupException {
    return TuningSettings.usual(
        TypedFields.number("Epochs", epochs, 1, 100_000),
        rate.isBlank() ? depth.rate() : TypedFields.positive("Rate", rate),
        TypedFields.number("Batch", batch, 1, 100_000),
        depth == Depth.LOWRANK ? TypedFields.number("Rank", rank, 1, 100_000) : 0,
        seed);
  }
}
