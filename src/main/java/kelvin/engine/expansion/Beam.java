package kelvin.engine.expansion;

import java.util.List;

/// The result of a beam search.
///
/// @param kept all that a step kept, each after the one before it; what a later step left out too
/// @param leaves the continuations of the last step, by probability, descending
/// @param runs the number of runs of the model
public record Beam(List<Prefix> kept, List<Leaf> leaves, int runs) {

  public Beam {
    kept = List.copyOf(kept);
    leaves = List.copyOf(leaves);
  }

  /// The probability of its leaves together.
  public double covered() {
    return leaves.stream().mapToDouble(Leaf::probability).sum();
  }
}
