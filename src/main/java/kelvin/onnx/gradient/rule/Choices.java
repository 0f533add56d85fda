package kelvin.onnx.gradient.rule;

import kelvin.onnx.gradient.tape.Step;

/// Choices between numbers: the chosen one gets the gradient.
final class Choices {

  private static final int MIN = 1;
  private static final int MAX = 2;

  private Choices() {}

  /// `Where`.
  static void where(Step step) {
    var condition = step.node().input(0);
    var zero = step.tape().real(0);
    if (step.wants(1)) {
      step.giveSummed(1, step.tape().add("Where", condition, step.gradient(), zero));
    }
    if (step.wants(2)) {
      step.giveSummed(2, step.tape().add("Where", condition, zero, step.gradient()));
    }
  }

  /// `Max` and `Min`: whoever equals the result was chosen.
  static void extreme(Step step) {
    var tape = step.tape();
    var node = step.node();
    for (int place = 0; place < node.inputs().size(); place++) {
      if (step.wants(place)) {
        var chosen = tape.add("Equal", node.input(place), node.output(0));
        step.giveSummed(place, tape.add("Where", chosen, step.gradient(), tape.real(0)));
      }
    }
  }

  /// `Clip`: numbers inside of the range keep the gradient.
  static void clip(Step step) {
    var tape = step.tape();
    var node = step.node();
    var gradient = step.gradient();
    if (node.has(MIN)) {
      var cut = tape.add("Less", node.input(0), node.input(MIN));
      gradient = tape.add("Where", cut, tape.real(0), gradient);
    }
    if (node.has(MAX)) {
      var cut = tape.add("Greater", node.input(0), node.input(MAX));
      gradient = tape.add("Where", cut, tape.real(0), gradient);
    }
    step.give(0, gradient);
  }
}
