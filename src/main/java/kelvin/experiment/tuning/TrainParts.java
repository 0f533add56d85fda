package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import kelvin.experiment.data.Pair;

/// The train part in two: the pairs that are learned, and a fifth that says when to stop. The test
/// part is not looked at.
///
/// @param learned at least one
/// @param stopping empty where there are too few pairs
record TrainParts(List<Pair> learned, List<Pair> stopping) {

  private static final int SHARE = 5;

  TrainParts {
    learned = List.copyOf(learned);
    stopping = List.copyOf(stopping);
  }

  /// Draws the fifth in turns of the labels.
  static TrainParts of(List<Pair> pairs, long seed) {
    var drawn = new HashSet<>(Turns.drawn(pairs, pairs.size() / SHARE, seed));
    var learned = new ArrayList<Pair>();
    var stopping = new ArrayList<Pair>();
    for (var pair : pairs) {
      (drawn.contains(pair) ? stopping : learned).add(pair);
    }
    return new TrainParts(learned, stopping);
  }
}
