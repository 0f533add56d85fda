package kelvin.onnx.surgery;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The ways back from a value to those from which its numbers are computed. Shapes do not count.
final class Ancestry {

  /// Operators whose results say nothing about the numbers of their inputs.
  private static final Set<String> SHAPES = Set.of("Shape", "Size", "ConstantOfShape");

  /// Products, which mix positions if both factors are computed.
  private static final Set<String> PRODUCTS =
      Set.of(
          "MatMul",
          "FusedMatMul",
          "TransposeMatMul",
          "Gemm",
          "Einsum",
          "MatMulInteger",
          "MatMulIntegerToFloat",
          "DynamicQuantizeMatMul");

  /// Other operators that mix positions.
  private static final Set<String> MIXERS =
      Set.of(
          "Attention",
          "GroupQueryAttention",
          "MultiHeadAttention",
          "PackedAttention",
          "PackedMultiHeadAttention",
          "DecoderMaskedSelfAttention",
          "DecoderMaskedMultiHeadAttention",
          "PagedAttention",
          "SparseAttention",
          "QAttention",
          "LinearAttention",
          "Conv",
          "FusedConv",
          "CausalConvWithState",
          "Scan",
          "Loop",
          "LSTM",
          "GRU",
          "RNN");

  private final Graph graph;

  Ancestry(Graph graph) {
    this.graph = graph;
  }

  /// Returns whether the numbers of a value are computed from those of another one.
  boolean dependsOn(String value, String source) {
    return visit(List.of(value), source, false);
  }

  /// Returns whether positions are mixed between a source and values that are computed from it.
  ///
  /// @param source empty for all ways back to the inputs
  boolean mixes(Collection<String> values, String source) {
    return visit(values, source, true);
  }

  /// @param mixing true to look for an operator that mixes positions, false to look for the source
  private boolean visit(Collection<String> values, String source, boolean mixing) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(values);
    while (!open.isEmpty()) {
      var value = open.removeLast();
      if (!graph.isComputed(value) || !seen.add(value)) {
        continue;
      }
      var producer = graph.producer(value);
      if (value.equals(source) || producer.filter(node -> addsTo(node, source)).isPresent()) {
        if (!mixing) {
          return true;
        }
        continue;
      }
      if (producer.isEmpty() || SHAPES.contains(producer.get().operator())) {
        continue;
      }
      if (mixing && mixes(producer.get())) {
        return true;
      }
      open.addAll(producer.get().inputs());
    }
    return false;
  }

  /// Returns whether an operator adds and norms in one, and `sum` is what it added.
  private static boolean addsTo(Node node, String sum) {
    return ResidualRule.isFused(node) && node.has(0) && node.output(3).equals(sum);
  }

  /// Returns whether an operator can mix what stands at different positions.
  boolean mixes(Node node) {
    if (node.operator().equals("QLinearMatMul")) {
      return graph.isComputed(node.input(0)) && graph.isComputed(node.input(3));
    }
    return MIXERS.contains(node.operator())
        || (PRODUCTS.contains(node.operator())
            && graph.isComputed(node.input(0))
            && graph.isComputed(node.input(1)));
  }
}
