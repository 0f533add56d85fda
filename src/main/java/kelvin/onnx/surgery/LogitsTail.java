package kelvin.onnx.surgery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The nodes from the last hidden state φ to the logits of a graph, where they make each row of
/// logits of one row of φ. So they can be repeated for some rows only.
///
/// @param features the value that the output matrix multiplies; a row for each token
/// @param width the length of such a row
/// @param nodes in the order in which they are computed; the first is the product
public record LogitsTail(String features, long width, List<Node> nodes) {

  /// Operators that change the shape, not the order of numbers.
  private static final Set<String> SHAPES =
      Set.of("Identity", "Reshape", "Squeeze", "Unsqueeze", "Flatten");

  private static final Set<String> ALONE = Set.of("Tanh", "Cast");
  private static final Set<String> PAIRS = Set.of("Mul", "Div", "Add", "Sub");

  public LogitsTail {
    nodes = List.copyOf(nodes);
  }

  /// Finds it; empty if a node may mix rows or is not known, or if something else reads a value
  /// between φ and the logits.
  ///
  /// @param logits the output with the logits
  public static Optional<LogitsTail> find(Graph graph, String logits) {
    var nodes = new ArrayList<Node>();
    var value = logits;
    while (true) {
      var producer = graph.producer(value).filter(node -> node.title().domain().isEmpty());
      if (producer.isEmpty()) {
        return Optional.empty();
      }
      var node = producer.get();
      nodes.addFirst(node);
      if (HeadRule.isProduct(node)) {
        return isRowwise(graph, node) && isAlone(graph, nodes, logits)
            ? width(graph, logits).map(width -> new LogitsTail(node.input(0), width, nodes))
            : Optional.empty();
      }
      var before = before(graph, node);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      value = before.get();
    }
  }

  /// True if a node only gives the numbers of its first input another shape.
  public static boolean onlyShapes(Node node) {
    return SHAPES.contains(node.operator());
  }

  private static Optional<Long> width(Graph graph, String logits) {
    try {
      return Optional.of(new OutputRule(graph).find(logits).width());
    } catch (UnknownPartException _) {
      return Optional.empty();
    }
  }

  /// The one input of a node that has the rows.
  private static Optional<String> before(Graph graph, Node node) {
    var operator = node.operator();
    if (SHAPES.contains(operator) || ALONE.contains(operator)) {
      return Optional.of(node.input(0));
    }
    if (!PAIRS.contains(operator)) {
      return Optional.empty();
    }
    if (isSameForRows(graph, node.input(1))) {
      return Optional.of(node.input(0));
    }
    return isSameForRows(graph, node.input(0)) ? Optional.of(node.input(1)) : Optional.empty();
  }

  /// Returns whether weights have one row at most, which is repeated for all.
  private static boolean isSameForRows(Graph graph, String value) {
    return graph
        .tensor(value)
        .map(Tensor::dimensions)
        .filter(all -> all.stream().limit(Math.max(0, all.size() - 1)).allMatch(one -> one == 1))
        .isPresent();
  }

  private static boolean isRowwise(Graph graph, Node product) {
    boolean plain = graph.isComputed(product.input(0)) && graph.isConstant(product.input(1));
    return switch (product.operator()) {
      case "MatMul" -> plain;
      case "Gemm" ->
          plain
              && product.integer("transA", 0) == 0
              && (!product.has(2) || isSameForRows(graph, product.input(2)));
      default -> false;
    };
  }

  /// Returns whether nothing else reads what the nodes give.
  private static boolean isAlone(Graph graph, List<Node> nodes, String logits) {
    var inner = new HashSet<String>();
    nodes.forEach(node -> inner.addAll(node.outputs()));
    inner.add(logits);
    return graph.nodes().stream()
        .filter(node -> !nodes.contains(node))
        .noneMatch(
            node ->
                node.inputs().stream().anyMatch(inner::contains)
                    || node.reads().stream().anyMatch(inner::contains));
  }
}
