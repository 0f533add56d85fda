package kelvin.onnx.surgery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds the attention: the weights that each position gives to those before it.
///
/// They are the results of a `Softmax` over products of two computed values, queries and keys, and
/// are multiplied with a third one, the values. A softmax elsewhere, over logits or experts, has a
/// matrix of weights on one of these sides.
final class AttentionRule {

  private static final String SUBJECT = "The attention is not found: ";

  private static final Set<String> SOFTMAX = Set.of("Softmax", "BiasSoftmax");

  private static final Set<String> PRODUCTS =
      Set.of(
          "MatMul",
          "FusedMatMul",
          "TransposeMatMul",
          "Einsum",
          "MatMulInteger",
          "MatMulIntegerToFloat",
          "DynamicQuantizeMatMul",
          "QLinearMatMul");

  /// Operators that compute all of attention and keep its weights to themselves.
  private static final Set<String> FUSED =
      Set.of(
          "Attention",
          "GroupQueryAttention",
          "MultiHeadAttention",
          "PackedAttention",
          "PackedMultiHeadAttention",
          "DecoderAttention",
          "DecoderMaskedSelfAttention",
          "DecoderMaskedMultiHeadAttention",
          "PagedAttention",
          "SparseAttention",
          "LongformerAttention",
          "QAttention",
          "QOrderedAttention");

  /// Operators between the product of queries and keys and the softmax.
  private static final Set<String> BEFORE =
      Set.of(
          "Add",
          "Sub",
          "Sum",
          "Mul",
          "Div",
          "Tanh",
          "Clip",
          "Max",
          "Where",
          "Cast",
          "Identity",
          "Concat",
          "Slice",
          "Reshape",
          "Transpose",
          "Squeeze",
          "Unsqueeze",
          "Flatten",
          "Expand",
          "QuantizeLinear",
          "DequantizeLinear");

  /// Operators behind the softmax that change or choose weights.
  private static final Set<String> CHANGING =
      Set.of("Cast", "Identity", "Dropout", "Where", "Slice", "Mul", "Div");

  /// Operators behind the softmax whose results are the same weights in another form.
  private static final Set<String> FORMING =
      Set.of(
          "Reshape",
          "Squeeze",
          "Unsqueeze",
          "Flatten",
          "Expand",
          "Transpose",
          "QuantizeLinear",
          "DynamicQuantizeLinear",
          "DequantizeLinear");

  private final Graph graph;
  private final Map<String, List<Node>> readers = new HashMap<>();

  AttentionRule(Graph graph) {
    this.graph = graph;
    for (var node : graph.nodes()) {
      new HashSet<>(node.inputs())
          .forEach(input -> readers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node));
    }
  }

  /// The weights by which values are multiplied, for each layer that has attention. A layer has
  /// several if its heads are computed apart.
  List<List<String>> find() throws UnknownPartException {
    var layers = new TreeMap<Integer, List<String>>();
    var fused = new LinkedHashSet<String>();
    int fusedCount = 0;
    boolean branches = false;
    // The number of layers whose weights a value depends on.
    var depths = new HashMap<String, Integer>();
    for (var node : graph.nodes()) {
      branches |= node.branches();
      int depth =
          node.inputs().stream().mapToInt(name -> depths.getOrDefault(name, 0)).max().orElse(0);
      if (FUSED.contains(node.operator())) {
        fused.add(node.operator());
        fusedCount++;
      }
      var weights = weights(node);
      if (weights.isPresent()) {
        layers.computeIfAbsent(depth, _ -> new ArrayList<>()).add(weights.get());
        depth++;
      }
      for (var output : node.outputs()) {
        depths.put(output, depth);
      }
    }
    if (!fused.isEmpty()) {
      throw new UnknownPartException(SUBJECT + reason(fused, fusedCount, layers.size()));
    }
    if (layers.isEmpty()) {
      throw new UnknownPartException(SUBJECT + reason(branches));
    }
    return List.copyOf(layers.values());
  }

  private static String reason(Collection<String> fused, int count, int others) {
    var where = others == 0 ? "" : "in " + count + " of " + (count + others) + " layers ";
    return where
        + "the graph computes it in one operator, "
        + String.join(" and ", fused)
        + ", which does not give its weights away.";
  }

  private static String reason(boolean branches) {
    return "no Softmax over products of queries and keys is multiplied with values"
        + (branches
            ? " outside of the bodies of an If or a loop, in which Kelvin does not look."
            : ".");
  }

  /// The weights as they are multiplied, if a node is the softmax of attention.
  private Optional<String> weights(Node node) {
    return SOFTMAX.contains(node.operator()) && comparesQueriesAndKeys(node.input(0))
        ? multiplied(node.output(0))
        : Optional.empty();
  }

  private boolean comparesQueriesAndKeys(String scores) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(scores));
    while (!open.isEmpty()) {
      var value = open.removeFirst();
      if (!graph.isComputed(value) || !seen.add(value)) {
        continue;
      }
      var producer = graph.producer(value);
      if (producer.isEmpty()) {
        continue;
      }
      if (isOfComputed(producer.get())) {
        return true;
      }
      if (BEFORE.contains(producer.get().operator())) {
        open.addAll(producer.get().inputs());
      }
    }
    return false;
  }

  private boolean isOfComputed(Node node) {
    // The second factor of a product that quantises stands behind the numbers of the first.
    int second = node.operator().equals("QLinearMatMul") ? 3 : 1;
    return PRODUCTS.contains(node.operator())
        && graph.isComputed(node.input(0))
        && graph.isComputed(node.input(second));
  }

  /// A value on the way to a product, and the weights that it is a form of.
  private record Step(String value, String weights) {}

  private Optional<String> multiplied(String softmax) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(new Step(softmax, softmax)));
    while (!open.isEmpty()) {
      var step = open.removeFirst();
      if (step.value().isEmpty() || !seen.add(step.value())) {
        continue;
      }
      for (var node : readers.getOrDefault(step.value(), List.of())) {
        if (isOfComputed(node)) {
          return Optional.of(step.weights());
        }
        if (FORMING.contains(node.operator())) {
          open.add(new Step(node.output(0), step.weights()));
        } else if (CHANGING.contains(node.operator())) {
          boolean isReshaped = !step.value().equals(step.weights());
          open.add(new Step(node.output(0), isReshaped ? step.weights() : node.output(0)));
        }
      }
    }
    return Optional.empty();
  }
}
