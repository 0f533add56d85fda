package kelvin.ui.tuning;

import java.util.OptionalDouble;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.tuning.Depth;
import kelvin.experiment.tuning.Loss;
import kelvin.experiment.tuning.Training;
import kelvin.ui.lab.SetupException;
import kelvin.ui.lab.TypedFields;

/// The settings of a training of weights as they were typed.
///
/// @param loss one of the depth's
/// @param rate the learning rate; empty for that of the depth
public record TypedTraining(
    Depth depth, Loss loss, String epochs, String rate, String batch, String rank) {

  /// @param l2 the penalty of a head; empty to choose it
  /// @throws SetupException naming the field that makes no sense
  public Training on(long seed, OptionalDouble l2) throws SetupException {
    // A head alone is solved to its optimum and takes none of the settings.
    var settings = depth == Depth.HEAD ? TuningSettings.usual(1, 1, 1, 0, seed) : settings(seed);
    return new Training(depth, loss, loss == Loss.HEAD ? l2 : OptionalDouble.empty(), settings);
  }

  private TuningSettings settings(long seed) throws SetupException {
    return TuningSettings.usual(
        TypedFields.number("Epochs", epochs, 1, 100_000),
        rate.isBlank() ? depth.rate() : TypedFields.positive("Rate", rate),
        TypedFields.number("Batch", batch, 1, 100_000),
        depth == Depth.LOWRANK ? TypedFields.number("Rank", rank, 1, 100_000) : 0,
        seed);
  }
}
