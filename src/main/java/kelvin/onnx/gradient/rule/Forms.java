package kelvin.onnx.gradient.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.UnknownPartException;

/// Operators that only move numbers or repeat them.
final class Forms {

  private Forms() {}

  /// `Identity`, and `Dropout`, which drops nothing when a model answers.
  static void same(Step step) {
    step.give(0, step.gradient());
  }

  /// `Reshape`, `Squeeze`, `Unsqueeze` and `Flatten`.
  static void reshape(Step step) {
    step.give(0, step.shapes().like(step.gradient(), step.node().input(0)));
  }

  /// `Expand`.
  static void expand(Step step) {
    step.give(0, step.shapes().sumTo(step.gradient(), step.node().input(0)));
  }

  /// `Transpose`: the axes go back.
  static void transpose(Step step) {
    var places = step.node().integers("perm");
    Map<String, Attribute> back = Map.of();
    if (!places.isEmpty()) {
      var inverse = new ArrayList<Long>();
      for (long axis = 0; axis < places.size(); axis++) {
        inverse.add((long) places.indexOf(axis));
      }
      back = Map.of("perm", Attribute.of(List.copyOf(inverse)));
    }
    step.give(0, step.tape().add("Transpose", back, step.gradient()));
  }

  /// `Pad` with a constant: what was added is cut off again.
  static void pad(Step step) throws UnknownPartException {
    var node = step.node();
    if (!node.text("mode", "constant").equals("constant")) {
      throw step.unknown("it repeats numbers");
    }
    var inputs = new ArrayList<>(node.inputs());
    inputs.set(0, step.gradient());
    inputs.set(1, step.tape().add("Neg", node.input(1)));
    if (inputs.size() > 2) {
      inputs.set(2, "");
    }
    step.give(0, step.tape().again(node, inputs));
  }

  /// `Trilu`: the same triangle of the gradient.
  static void triangle(Step step) {
    var inputs = new ArrayList<>(step.node().inputs());
    inputs.set(0, step.gradient());
    step.give(0, step.tape().again(step.node(), inputs));
  }
}
