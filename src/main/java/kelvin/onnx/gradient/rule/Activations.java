package kelvin.onnx.gradient.rule;

import java.util.List;
import java.util.function.BiFunction;
import kelvin.onnx.gradient.tape.Rule;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.surgery.UnknownPartException;

/// Activations that are one operator: the gradient goes through the operators of their formulas.
final class Activations {

  private static final double ROOT = 1 / Math.sqrt(2);
  private static final double TANH_SCALE = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;
  private static final float QUICK = 1.702f;

  private Activations() {}

  /// `Gelu` of ONNX, exact or by tanh.
  static void gelu(Step step) throws UnknownPartException {
    boolean byTanh = step.node().text("approximate", "none").equals("tanh");
    apply(step, byTanh ? Activations::byTanh : Activations::byErf);
  }

  /// `BiasGelu`, which adds a bias first.
  static void biasGelu(Step step) throws UnknownPartException {
    apply(step, Activations::byErf);
  }

  /// `FastGelu`, which may add a bias first.
  static void fastGelu(Step step) throws UnknownPartException {
    apply(step, Activations::byTanh);
  }

  /// `QuickGelu` and `Swish`: x·σ(αx).
  static Rule sigmoid(double usual) {
    return step -> {
      float alpha = step.node().real("alpha", (float) usual);
      apply(
          step,
          (tape, x) ->
              tape.add("Mul", x, tape.add("Sigmoid", tape.add("Mul", x, tape.real(alpha)))));
    };
  }

  /// The usual α of `QuickGelu`.
  static double quick() {
    return QUICK;
  }

  private static void apply(Step step, BiFunction<Tape, String, String> formula)
      throws UnknownPartException {
    step.through(
        tape -> {
          var node = step.node();
          var x = node.has(1) ? tape.add("Add", node.input(0), node.input(1)) : node.input(0);
          return List.of(formula.apply(tape, x));
        });
  }

  private static String byErf(Tape tape, String x) {
    var bell = tape.add("Erf", tape.add("Mul", x, tape.real(ROOT)));
    return half(tape, x, bell);
  }

  private static String byTanh(Tape tape, String x) {
    var cube = tape.add("Mul", x, tape.add("Mul", x, x));
    var inner = tape.add("Add", x, tape.add("Mul", cube, tape.real(CUBIC)));
    return half(tape, x, tape.add("Tanh", tape.add("Mul", inner, tape.real(TANH_SCALE))));
  }

  private static String half(Tape tape, String x, String step) {
    var gate = tape.add("Mul", tape.add("Add", step, tape.real(1)), tape.real(0.5));
    return tape.add("Mul", x, gate);
  }
}
