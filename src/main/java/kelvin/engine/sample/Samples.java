package kelvin.engine.sample;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.GoodnessOfFit;

/// The result of drawing many continuations.
///
/// @param list each different continuation once, the most frequent one first; equally frequent ones
///     by their probability
/// @param count the number of samples
/// @param greedy the continuation of the most probable token at each step, with a count of the
///     samples that are this one
/// @param fit whether the counts agree with the exact probabilities; empty where the settings draw
///     no random number, or where the probabilities depend on the seed
/// @param runs the number of runs of the model
public record Samples(
    List<Sample> list, int count, Sample greedy, Optional<GoodnessOfFit> fit, int runs) {

  public Samples {
    list = List.copyOf(list);
  }

  /// The number of different continuations.
  public int distinct() {
    return list.size();
  }
}
