package kelvin.inference.training;

import java.nio.FloatBuffer;
import java.util.List;

/// A weight that is trained, of a model or of the head on its features.
///
/// @param name its name in the graph
/// @param place where it stands in the model, such as `MatMul in layer 3`
/// @param shape one length for a list, two for a matrix
/// @param values its numbers, row after row. Whoever changes them says so with `changed`
/// @param gradient of the loss that was computed last, in the same order
/// @param part what it belongs to
public record TrainedWeight(
    String name,
    String place,
    List<Long> shape,
    FloatBuffer values,
    FloatBuffer gradient,
    Part part) {

  /// The owner of a weight.
  public enum Part {
    /// The graph of the model.
    MODEL,
    /// W of a head, by label and dimension of φ, or b.
    HEAD
  }

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
