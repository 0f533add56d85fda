package kelvin.inference.training;

import java.nio.FloatBuffer;
import java.util.List;

/// A weight of a model that is trained.
///
/// @param name its name in the graph
/// @param place where it stands in the model, such as `MatMul in layer 3`
/// @param shape one length for a list, two for a matrix
/// @param values its numbers, row after row. Whoever changes them says so with `changed`
/// @param gradient of the loss that was computed last, in the same order
public record TrainedWeight(
    String name, String place, List<Long> shape, FloatBuffer values, FloatBuffer gradient) {

  public TrainedWeight {
    shape = List.copyOf(shape);
  }

  public boolean isMatrix() {
    return shape.size() == 2;
  }

  /// The number of its numbers.
  public int size() {
    return values.capacity();
  }
}
