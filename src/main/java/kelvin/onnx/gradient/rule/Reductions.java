package kelvin.onnx.gradient.rule;

import java.util.List;
import java.util.Optional;
import kelvin.onnx.gradient.tape.Step;

/// Sums, means and largest numbers along axes: the gradient is spread over what was joined.
final class Reductions {

  private Reductions() {}

  /// `ReduceSum`.
  static void sum(Step step) {
    step.give(0, spread(step, step.gradient()));
  }

  /// `ReduceMean`.
  static void mean(Step step) {
    var node = step.node();
    var share = step.shapes().share(node.input(0), node.output(0));
    step.give(0, spread(step, step.tape().add("Div", step.gradient(), share)));
  }

  /// `ReduceMax` and `ReduceMin`: whoever equals the result gets the gradient.
  static void extreme(Step step) {
    var tape = step.tape();
    var x = step.node().input(0);
    var chosen = tape.add("Equal", x, spread(step, step.node().output(0)));
    step.give(0, tape.add("Where", chosen, spread(step, step.gradient()), tape.real(0)));
  }

  private static String spread(Step step, String value) {
    var tape = step.tape();
    var node = step.node();
    var shape = tape.shape(node.input(0));
    var axes = axes(step);
    if (node.integer("keepdims", 1) != 0 || axes.isEmpty()) {
      return tape.add("Expand", value, shape);
    }
    var kept = step.shapes().withOnes(node.input(0), axes.get());
    return tape.add("Expand", tape.add("Reshape", value, kept), shape);
  }

  /// The axes as a list, which older versions have as an attribute; empty for all axes.
  private static Optional<String> axes(Step step) {
    var node = step.node();
    if (node.has(1)) {
      return Optional.of(node.input(1));
    }
    List<Long> axes = node.integers("axes");
    return axes.isEmpty()
        ? Optional.empty()
        : Optional.of(step.tape().integers(axes.toArray(Long[]::new)));
  }
}
