package kelvin.onnx.surgery;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the head: the product of a matrix with the last hidden state that gives the logits.
///
/// Between the product and the logits may be a scale, a soft cap, a bias, a cast, a choice of rows
/// and other shapes.
final class HeadRule {

  /// Operators after the product, with the number of their inputs that carry numbers. The other
  /// inputs say shapes or places.
  private static final Map<String, Integer> AFTER =
      Map.ofEntries(
          Map.entry("Cast", 1),
          Map.entry("Identity", 1),
          Map.entry("Mul", 2),
          Map.entry("Div", 2),
          Map.entry("Add", 2),
          Map.entry("Sub", 2),
          Map.entry("Sum", Integer.MAX_VALUE),
          Map.entry("Tanh", 1),
          Map.entry("Clip", 1),
          Map.entry("Reshape", 1),
          Map.entry("Squeeze", 1),
          Map.entry("Unsqueeze", 1),
          Map.entry("Transpose", 1),
          Map.entry("Flatten", 1),
          Map.entry("Slice", 1),
          Map.entry("Gather", 1),
          Map.entry("Concat", Integer.MAX_VALUE),
          Map.entry("LogSoftmax", 1),
          Map.entry("QuantizeLinear", 1),
          Map.entry("DequantizeLinear", 1));

  /// Products with a matrix, and the place of the other factor; -1 if either place has the matrix.
  private static final Map<String, Integer> PRODUCTS =
      Map.ofEntries(
          Map.entry("MatMul", -1),
          Map.entry("Gemm", -1),
          Map.entry("FusedMatMul", -1),
          Map.entry("FusedGemm", -1),
          Map.entry("TransposeMatMul", -1),
          Map.entry("MatMulInteger", -1),
          Map.entry("MatMulIntegerToFloat", 0),
          Map.entry("DynamicQuantizeMatMul", 0),
          Map.entry("QLinearMatMul", 0),
          Map.entry("QGemm", 0),
          Map.entry("MatMulNBits", 0),
          Map.entry("MatMulBnb4", 0),
          Map.entry("MatMulFpQ4", 0));

  private static final String SUBJECT = "The last hidden state is not found: ";

  private final Graph graph;

  HeadRule(Graph graph) {
    this.graph = graph;
  }

  /// Returns whether an operator multiplies with a matrix.
  static boolean isProduct(Node node) {
    return PRODUCTS.containsKey(node.operator());
  }

  /// @param logits the output with the logits
  Head find(String logits) throws UnknownPartException {
    var products = products(logits);
    var hidden = new LinkedHashSet<String>();
    for (var product : products) {
      hidden.add(beforeQuantizing(factor(product)));
    }
    if (hidden.size() > 1) {
      throw new UnknownPartException(
          SUBJECT
              + "the logits are made of products with "
              + hidden.size()
              + " different values, "
              + String.join(" and ", hidden)
              + ".");
    }
    return new Head(products, hidden.getFirst());
  }

  /// The nearest products with a matrix on all ways back from the logits.
  private List<Node> products(String logits) throws UnknownPartException {
    var found = new LinkedHashSet<Node>();
    var stopped = new LinkedHashSet<String>();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<String>(List.of(logits));
    while (!open.isEmpty()) {
      var value = open.removeFirst();
      if (!graph.isComputed(value) || !seen.add(value)) {
        continue;
      }
      var producer = graph.producer(value);
      if (producer.isEmpty()) {
        stopped.add("the input " + value);
        continue;
      }
      var node = producer.get();
      if (PRODUCTS.containsKey(node.operator())) {
        found.add(node);
        continue;
      }
      int count = AFTER.getOrDefault(node.operator(), 0);
      if (count == 0) {
        stopped.add("an operator " + node.operator());
      }
      node.inputs().stream().limit(count).forEach(open::add);
    }
    if (found.isEmpty() && stopped.isEmpty()) {
      throw new UnknownPartException(
          SUBJECT
              + "the logits are weights of the graph, not the product of a matrix with a hidden"
              + " state.");
    }
    if (found.isEmpty()) {
      throw new UnknownPartException(
          SUBJECT
              + "before the logits is "
              + (stopped.contains("an operator If")
                  ? "an If with two bodies, in which Kelvin does not look."
                  : stopped.stream().collect(Collectors.joining(" and ", "", ""))
                      + ", not the product of a matrix with a hidden state."));
    }
    return List.copyOf(found);
  }

  /// The factor of a product that is not the matrix, with one row for each token.
  private String factor(Node product) throws UnknownPartException {
    int place = PRODUCTS.getOrDefault(product.operator(), 0);
    if (place >= 0) {
      return product.input(place);
    }
    if (graph.isConstant(product.input(1)) && graph.isComputed(product.input(0))) {
      return product.integer("transA", 0) == 0
          ? product.input(0)
          : turned(product, product.input(0));
    }
    if (graph.isConstant(product.input(0)) && graph.isComputed(product.input(1))) {
      return product.integer("transB", 0) == 0
          ? turned(product, product.input(1))
          : product.input(1);
    }
    throw new UnknownPartException(
        SUBJECT + "no factor of the head " + product.operator() + " is a matrix of weights.");
  }

  /// The value before it was transposed.
  private String turned(Node product, String value) throws UnknownPartException {
    var producer = graph.producer(value);
    if (producer.isPresent() && producer.get().operator().equals("Transpose")) {
      return producer.get().input(0);
    }
    throw new UnknownPartException(
        SUBJECT + "the head " + product.operator() + " multiplies its columns, not its rows.");
  }

  private static final Set<String> ROUNDING =
      Set.of("QuantizeLinear", "DynamicQuantizeLinear", "DequantizeLinear", "Cast", "Identity");

  /// The same value with all its bits.
  private String beforeQuantizing(String value) {
    var before = value;
    for (var node = graph.producer(before);
        node.isPresent() && ROUNDING.contains(node.get().operator());
        node = graph.producer(before)) {
      before = node.get().input(0);
    }
    return before;
  }
}
