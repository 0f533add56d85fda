package kelvin.experiment.tuning;

import java.util.OptionalDouble;
import kelvin.engine.tuning.TuningSettings;

/// The settings of a fine-tuning: the weights that it trains, and the way.
///
/// @param depth the part of the model that is trained
/// @param loss the number that is made small, one of the depth's
/// @param l2 the penalty of a head; empty to choose it by cross-validation
/// @param settings of the steps; a head alone takes none of them
public record Training(Depth depth, Loss loss, OptionalDouble l2, TuningSettings settings) {

  /// @throws IllegalArgumentException if the depth cannot make this loss small
  public Training {
    if (!depth.losses().contains(loss)) {
      throw new IllegalArgumentException("no training of " + depth + " with the loss " + loss);
    }
  }

  /// Returns whether there will be a head, alone or with weights.
  public boolean hasHead() {
    return loss == Loss.HEAD;
  }

  /// The depth in a word, and whether a head is trained with the weights.
  public String words() {
    return depth.label() + (depth != Depth.HEAD && hasHead() ? " with a head" : "");
  }

  /// The same training with other draws.
  public Training withSeed(long seed) {
    return new Training(depth, loss, l2, settings.withSeed(seed));
  }
}
