package kelvin.remote.oip;

import java.util.ArrayList;
import java.util.List;

/// A state of the graph: keys or values of one layer, which one run gives and the next takes.
///
/// @param past the name of the input
/// @param present the name of the output
/// @param shape the lengths of its axes, where the axis of positions has −1
/// @param axis the axis of positions
record StateInput(String past, String present, TensorType type, List<Long> shape, int axis) {

  StateInput {
    shape = List.copyOf(shape);
  }

  /// The shape with a number of positions.
  List<Long> shapeOf(int positions) {
    var lengths = new ArrayList<>(shape);
    lengths.set(axis, (long) positions);
    return lengths;
  }

  /// The state before any token.
  Tensor empty() {
    return new Tensor(past, type, shapeOf(0), Tensor.room(0));
  }

  /// The bytes of the states of one position.
  long bytesOfPosition() {
    return Tensor.count(shapeOf(1)) * type.size();
  }
}
