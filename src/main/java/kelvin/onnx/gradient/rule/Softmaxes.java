package kelvin.onnx.gradient.rule;

import kelvin.onnx.gradient.tape.Step;

/// `Softmax` and `LogSoftmax` along an axis.
final class Softmaxes {

  private Softmaxes() {}

  /// The gradient less its mean under the probabilities, times the probabilities.
  static void softmax(Step step) {
    var tape = step.tape();
    var y = step.node().output(0);
    var weighted = tape.add("Mul", step.gradient(), y);
    var mean = step.shapes().sum(weighted, axis(step));
    step.give(0, tape.add("Mul", y, tape.add("Sub", step.gradient(), mean)));
  }

  /// The gradient less the probabilities times its sum.
  static void logarithm(Step step) {
    var tape = step.tape();
    var probabilities = tape.add("Exp", step.node().output(0));
    var sum = step.shapes().sum(step.gradient(), axis(step));
    step.give(0, tape.add("Sub", step.gradient(), tape.add("Mul", probabilities, sum)));
  }

  private static String axis(Step step) {
    return step.tape().integers(step.node().integer("axis", -1));
  }
}
