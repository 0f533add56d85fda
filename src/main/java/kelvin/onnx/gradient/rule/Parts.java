package kelvin.onnx.gradient.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.UnknownPartException;

/// Joining values along an axis, and cutting them.
final class Parts {

  private Parts() {}

  private static Map<String, Attribute> axis(Step step) {
    return Map.of("axis", Attribute.of(step.node().integer("axis", 0)));
  }

  /// `Concat`: each part gets its cut of the gradient.
  static void concat(Step step) {
    var tape = step.tape();
    var node = step.node();
    var axis = tape.integers(node.integer("axis", 0));
    var lengths =
        node.inputs().stream()
            .map(input -> tape.add("Gather", tape.shape(input), axis))
            .toArray(String[]::new);
    var cuts =
        tape.add(
            "Split",
            axis(step),
            List.of(step.gradient(), step.shapes().join(lengths)),
            lengths.length);
    for (int place = 0; place < lengths.length; place++) {
      if (step.wants(place)) {
        step.give(place, cuts.get(place));
      }
    }
  }

  /// `Split`: the gradients of the parts are joined.
  static void split(Step step) throws UnknownPartException {
    var parts = new ArrayList<String>();
    for (int output = 0; output < step.node().outputs().size(); output++) {
      var name = step.node().output(output);
      if (name.isEmpty()) {
        throw step.unknown("one of its parts has no name");
      }
      parts.add(step.gradient(output).orElseGet(() -> step.shapes().zeros(name)));
    }
    step.give(0, step.tape().add("Concat", axis(step), parts, 1).getFirst());
  }
}
