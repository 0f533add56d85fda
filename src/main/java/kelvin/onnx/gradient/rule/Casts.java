package kelvin.onnx.gradient.rule;

import java.util.Map;
import java.util.Set;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.Tensor;

/// `Cast` from one type of real numbers to another: the gradient is cast back.
final class Casts {

  private static final int CAST_LIKE = 15;
  private static final Set<Long> REALS =
      Set.of(
          (long) Tensor.FLOAT32,
          (long) Tensor.FLOAT16,
          (long) Tensor.FLOAT64,
          (long) Tensor.BFLOAT16);

  private Casts() {}

  /// Returns whether the numbers are still real ones after a `Cast`.
  static boolean keepsReals(Node node) {
    return REALS.contains(node.integer("to", Tensor.FLOAT32));
  }

  static void back(Step step) {
    var tape = step.tape();
    step.give(
        0,
        tape.operators() >= CAST_LIKE
            ? tape.add("CastLike", step.gradient(), step.node().input(0))
            : toFloat32(tape, step.gradient()));
  }

  static String toFloat32(Tape tape, String value) {
    return tape.add("Cast", Map.of("to", Attribute.of(Tensor.FLOAT32)), value);
  }
}
