package kelvin.onnx.gradient.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.UnknownPartException;

/// Norms: numbers divided by their spread, with and without their mean taken off.
final class Norms {

  private static final float EPSILON = 1e-5f;
  private static final int SCALE = 1;
  private static final int BIAS = 2;

  private Norms() {}

  /// `LayerNormalization`.
  static void layer(Step step) throws UnknownPartException {
    apply(step, true);
  }

  /// `RMSNormalization` and `SimplifiedLayerNormalization`.
  static void rootMeanSquare(Step step) throws UnknownPartException {
    apply(step, false);
  }

  private static void apply(Step step, boolean centred) throws UnknownPartException {
    if (step.gradient(1).isPresent() || step.gradient(2).isPresent()) {
      throw step.unknown("its mean or its spread is used as well");
    }
    var tape = step.tape();
    var shapes = step.shapes();
    var node = step.node();
    var x = node.input(0);
    var axes = shapes.axesFrom(x, node.integer("axis", -1));
    var moved = centred ? tape.add("Sub", x, shapes.mean(x, axes)) : x;
    var variance = shapes.mean(tape.add("Mul", moved, moved), axes);
    var spread = tape.add("Add", variance, tape.real(node.real("epsilon", EPSILON)));
    var inverse = tape.add("Reciprocal", tape.add("Sqrt", spread));
    var normal = tape.add("Mul", moved, inverse);
    if (step.wants(0)) {
      var part =
          node.has(SCALE) ? tape.add("Mul", step.gradient(), node.input(SCALE)) : step.gradient();
      var along = shapes.mean(tape.add("Mul", part, normal), axes);
      var left = tape.add("Sub", part, tape.add("Mul", normal, along));
      if (centred) {
        left = tape.add("Sub", left, shapes.mean(part, axes));
      }
      step.give(0, tape.add("Mul", inverse, left));
    }
    if (step.wants(SCALE)) {
      var part = tape.add("Mul", step.gradient(), normal);
      step.give(SCALE, shapes.sumTo(part, node.input(SCALE)));
    }
    if (step.wants(BIAS)) {
      step.give(BIAS, shapes.sumTo(step.gradient(), node.input(BIAS)));
    }
  }

  /// A sum of two values, and the norm of the sum.
  static void skipLayer(Step step) throws UnknownPartException {
    step.through(tape -> skipped(step, tape, "LayerNormalization", 4));
  }

  static void skipRootMeanSquare(Step step) throws UnknownPartException {
    step.through(tape -> skipped(step, tape, "SimplifiedLayerNormalization", 3));
  }

  /// @param bias the place of what is added as well
  private static List<String> skipped(Step step, Tape tape, String norm, int bias) {
    var node = step.node();
    var sum = tape.add("Add", node.input(0), node.input(1));
    if (node.has(bias)) {
      sum = tape.add("Add", sum, node.input(bias));
    }
    var inputs = new ArrayList<>(List.of(sum, node.input(2)));
    if (bias == 4 && node.has(3)) {
      inputs.add(node.input(3));
    }
    var epsilon = Attribute.ofReal(node.real("epsilon", EPSILON));
    var normal = tape.add(norm, Map.of("epsilon", epsilon), inputs, 1).getFirst();
    // The second and third outputs are a mean and a spread, which no export of ours uses.
    return List.of(normal, tape.real(0), tape.real(0), sum);
  }
}
