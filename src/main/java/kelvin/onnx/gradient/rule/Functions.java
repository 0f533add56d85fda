package kelvin.onnx.gradient.rule;

import java.util.Map;
import java.util.Optional;
import kelvin.onnx.gradient.tape.Rule;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.surgery.Attribute;

/// Functions of one number: the gradient is multiplied by the slope.
final class Functions {

  private static final double ERF_SCALE = 2 / Math.sqrt(Math.PI);

  /// The slope of a function.
  @FunctionalInterface
  interface Slope {

    /// @param x the number
    /// @param y the function of it
    /// @return the name of the slope
    String write(Tape tape, String x, String y);
  }

  private static final Map<String, Slope> SLOPES =
      Map.ofEntries(
          Map.entry("Sqrt", (tape, _, y) -> tape.add("Div", tape.real(0.5), y)),
          Map.entry("Reciprocal", (tape, _, y) -> tape.add("Neg", tape.add("Mul", y, y))),
          Map.entry("Exp", (_, _, y) -> y),
          Map.entry("Log", (tape, x, _) -> tape.add("Reciprocal", x)),
          Map.entry("Tanh", (tape, _, y) -> tape.add("Sub", tape.real(1), tape.add("Mul", y, y))),
          Map.entry(
              "Sigmoid", (tape, _, y) -> tape.add("Mul", y, tape.add("Sub", tape.real(1), y))),
          Map.entry("Softplus", (tape, x, _) -> tape.add("Sigmoid", x)),
          Map.entry("Erf", (tape, x, _) -> erf(tape, x)),
          Map.entry("Relu", (tape, _, y) -> number(tape, tape.add("Greater", y, tape.real(0)))),
          Map.entry("Sin", (tape, x, _) -> tape.add("Cos", x)),
          Map.entry("Cos", (tape, x, _) -> tape.add("Neg", tape.add("Sin", x))),
          Map.entry("Abs", (tape, x, _) -> tape.add("Sign", x)));

  private Functions() {}

  private static String erf(Tape tape, String x) {
    var bell = tape.add("Exp", tape.add("Neg", tape.add("Mul", x, x)));
    return tape.add("Mul", bell, tape.real(ERF_SCALE));
  }

  /// 1 where a choice is true, 0 elsewhere.
  private static String number(Tape tape, String choice) {
    return tape.add("Cast", Map.of("to", Attribute.of(1)), choice);
  }

  static Optional<Rule> find(String operator) {
    return Optional.ofNullable(SLOPES.get(operator)).map(Functions::rule);
  }

  private static Rule rule(Slope slope) {
    return step -> apply(step, slope);
  }

  private static void apply(Step step, Slope slope) {
    var node = step.node();
    var written = slope.write(step.tape(), node.input(0), node.output(0));
    step.give(0, step.tape().add("Mul", step.gradient(), written));
  }
}
