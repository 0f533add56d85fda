package kelvin.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainedWeight.Part;

/// Two matrices of a graph that are one weight of the model: the same numbers, as they stand or
/// turned. Exporters write a head that shares the embeddings' matrix as a turned copy.
///
/// @param main the matrix that is trained
/// @param copy the one that follows it
/// @param turned whether rows of one are columns of the other
record TiedWeights(TrainedWeight main, TrainedWeight copy, boolean turned) {

  /// Fewer numbers may be equal by chance, as those of norms that begin at 1.
  private static final int MIN_SIZE = 1024;

  /// The rows and columns that are gone through together.
  private static final int TILE = 32;

  /// Finds the ties among weights, whose first one of each tie is the main one.
  static List<TiedWeights> find(List<TrainedWeight> weights) {
    var ties = new ArrayList<TiedWeights>();
    for (int i = 0; i < weights.size(); i++) {
      var main = weights.get(i);
      if (ties.stream().anyMatch(tie -> tie.copies(main))) {
        continue;
      }
      for (var other : weights.subList(i + 1, weights.size())) {
        tie(main, other).ifPresent(ties::add);
      }
    }
    return List.copyOf(ties);
  }

  private static Optional<TiedWeights> tie(TrainedWeight main, TrainedWeight other) {
    boolean ofModel = main.part() == Part.MODEL && other.part() == Part.MODEL;
    if (!ofModel || !main.isMatrix() || !other.isMatrix() || main.size() < MIN_SIZE) {
      return Optional.empty();
    }
    if (main.shape().equals(other.shape()) && main.values().equals(other.values())) {
      return Optional.of(new TiedWeights(main, other, false));
    }
    boolean turned =
        main.shape().equals(other.shape().reversed())
            && isTurned(main.values(), other.values(), main.shape());
    return turned ? Optional.of(new TiedWeights(main, other, true)) : Optional.empty();
  }

  private static boolean isTurned(FloatBuffer main, FloatBuffer other, List<Long> shape) {
    int rows = Math.toIntExact(shape.getFirst());
    int columns = Math.toIntExact(shape.getLast());
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (main.get(r * columns + c) != other.get(c * rows + r)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Returns whether a weight is the one that follows.
  boolean copies(TrainedWeight weight) {
    return copy.name().equals(weight.name());
  }

  /// Adds the gradient of the copy to that of the main matrix.
  void addGradient() {
    var sum = main.gradient();
    walk((at, there) -> sum.put(at, sum.get(at) + copy.gradient().get(there)));
  }

  /// Writes the numbers of the main matrix into the copy.
  void follow() {
    walk((at, there) -> copy.values().put(there, main.values().get(at)));
  }

  private interface Pair {
    void at(int main, int copy);
  }

  /// Goes through tiles: along the columns of a large matrix each number would be in another part
  /// of the memory.
  private void walk(Pair pair) {
    int columns = Math.toIntExact(main.shape().getLast());
    int rows = main.size() / columns;
    for (int top = 0; top < rows; top += TILE) {
      for (int left = 0; left < columns; left += TILE) {
        for (int r = top; r < Math.min(rows, top + TILE); r++) {
          for (int c = left; c < Math.min(columns, left + TILE); c++) {
            int at = r * columns + c;
            pair.at(at, turned ? c * rows + r : at);
          }
        }
      }
    }
  }
}
