package kelvin.onnx.gradient.rule;

import java.util.Map;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.surgery.Attribute;

/// Products of matrices.
///
/// A matrix of weights takes part in `Gemm`, which reads it turned: a `Transpose` of weights would
/// be computed when the graph is loaded and keep a second copy of them.
final class Matrices {

  private static final Attribute YES = Attribute.of(1);

  private Matrices() {}

  /// `MatMul`, of matrices or of stacks of them.
  static void product(Step step) {
    var tape = step.tape();
    var shapes = step.shapes();
    var left = step.node().input(0);
    var right = step.node().input(1);
    var weights = tape.matrix(right);
    if (!weights.isEmpty()) {
      withWeights(step, weights.get(0), weights.get(1));
      return;
    }
    if (step.wants(0)) {
      var product = tape.add("MatMul", step.gradient(), shapes.swapLast(right));
      step.give(0, shapes.sumTo(product, left));
    }
    if (step.wants(1)) {
      var product = tape.add("MatMul", shapes.swapLast(left), step.gradient());
      step.give(1, shapes.sumTo(product, right));
    }
  }

  private static void withWeights(Step step, long height, long width) {
    var tape = step.tape();
    var node = step.node();
    var rows = step.shapes().rows(step.gradient(), width);
    if (step.wants(0)) {
      var product = tape.add("Gemm", Map.of("transB", YES), rows, node.input(1));
      step.give(0, step.shapes().like(product, node.input(0)));
    }
    if (step.wants(1)) {
      var features = step.shapes().rows(node.input(0), height);
      step.give(1, tape.add("Gemm", Map.of("transA", YES), features, rows));
    }
  }

  /// `Gemm`: α·A·B + β·C, where A and B may be turned.
  static void general(Step step) {
    var tape = step.tape();
    var node = step.node();
    long turnsLeft = node.integer("transA", 0);
    long turnsRight = node.integer("transB", 0);
    var alpha = Attribute.ofReal(node.real("alpha", 1));
    if (step.wants(0)) {
      step.give(
          0,
          turnsLeft == 0
              ? gemm(step, alpha, 0, 1 - turnsRight, step.gradient(), node.input(1))
              : gemm(step, alpha, turnsRight, 1, node.input(1), step.gradient()));
    }
    if (step.wants(1)) {
      step.give(
          1,
          turnsRight == 0
              ? gemm(step, alpha, 1 - turnsLeft, 0, node.input(0), step.gradient())
              : gemm(step, alpha, 1, turnsLeft, step.gradient(), node.input(0)));
    }
    if (step.wants(2)) {
      float beta = node.real("beta", 1);
      var part = beta == 1 ? step.gradient() : tape.add("Mul", step.gradient(), tape.real(beta));
      step.give(2, step.shapes().sumTo(part, node.input(2)));
    }
  }

  private static String gemm(
      Step step, Attribute alpha, long turnsLeft, long turnsRight, String left, String right) {
    return step.tape()
        .add(
            "Gemm",
            Map.of(
                "alpha",
                alpha,
                "transA",
                Attribute.of(turnsLeft),
                "transB",
                Attribute.of(turnsRight)),
            left,
            right);
  }
}
