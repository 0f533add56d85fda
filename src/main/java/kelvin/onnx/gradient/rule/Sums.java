package kelvin.onnx.gradient.rule;

import kelvin.onnx.gradient.tape.Step;

/// Sums and differences: each term gets the gradient, with its sign.
final class Sums {

  private Sums() {}

  /// `Add`, and `Sum` of any number of terms.
  static void plus(Step step) {
    for (int place = 0; place < step.node().inputs().size(); place++) {
      if (step.wants(place)) {
        step.giveSummed(place, step.gradient());
      }
    }
  }

  /// `Sub`.
  static void minus(Step step) {
    if (step.wants(0)) {
      step.giveSummed(0, step.gradient());
    }
    if (step.wants(1)) {
      step.giveSummed(1, step.tape().add("Neg", step.gradient()));
    }
  }

  /// `Neg`.
  static void negative(Step step) {
    step.give(0, step.tape().add("Neg", step.gradient()));
  }
}
