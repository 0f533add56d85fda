package kelvin.onnx.gradient.rule;

import java.util.OptionalDouble;
import kelvin.onnx.gradient.tape.Step;

/// Products, quotients and powers, number by number.
final class Products {

  private Products() {}

  /// `Mul`: each factor gets the gradient times the other factor.
  static void times(Step step) {
    var node = step.node();
    for (int place = 0; place < 2; place++) {
      if (step.wants(place)) {
        step.giveSummed(place, step.tape().add("Mul", step.gradient(), node.input(1 - place)));
      }
    }
  }

  /// `Div`: d(a/b) is da/b − (a/b)·db/b.
  static void over(Step step) {
    var tape = step.tape();
    var part = tape.add("Div", step.gradient(), step.node().input(1));
    if (step.wants(0)) {
      step.giveSummed(0, part);
    }
    if (step.wants(1)) {
      step.giveSummed(1, tape.add("Neg", tape.add("Mul", part, step.node().output(0))));
    }
  }

  /// `Pow`: the slope in the base is p·xᵖ⁻¹, that in the exponent xᵖ·ln x.
  static void power(Step step) {
    var tape = step.tape();
    var node = step.node();
    if (step.wants(0)) {
      var exponent = Casts.toFloat32(tape, node.input(1));
      // The norms of all models square, and a power of 1 takes long to compute.
      boolean squares = tape.single(node.input(1)).equals(OptionalDouble.of(2));
      var lower =
          squares
              ? node.input(0)
              : tape.add("Pow", node.input(0), tape.add("Sub", exponent, tape.real(1)));
      var slope = tape.add("Mul", exponent, lower);
      step.giveSummed(0, tape.add("Mul", step.gradient(), slope));
    }
    if (step.wants(1)) {
      var slope = tape.add("Mul", node.output(0), tape.add("Log", node.input(0)));
      step.giveSummed(1, tape.add("Mul", step.gradient(), slope));
    }
  }
}
