package kelvin.onnx.surgery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the input embedding: the matrix whose rows a `Gather` picks by the token ids.
public final class EmbeddingRule {

  private static final String SUBJECT = "The input embedding is not found: ";

  /// Operators through which ids pass unchanged, or only for ids that are not tokens.
  private static final Set<String> PASSING =
      Set.of(
          "Cast",
          "Identity",
          "Reshape",
          "Squeeze",
          "Unsqueeze",
          "Flatten",
          "Slice",
          "Where",
          "Clip",
          "Max",
          "Concat");

  /// Operators that make real numbers of stored ones.
  private static final Set<String> WIDENING = Set.of("Cast", "DequantizeLinear");

  private final Graph graph;
  private final MatrixRule matrices;

  public EmbeddingRule(Graph graph) {
    this.graph = graph;
    matrices = new MatrixRule(graph);
  }

  /// @param tokens the input with the token ids
  /// @param vocabulary the number of logits; a matrix of another height is taken only if no other
  ///     is there
  public StoredMatrix find(String tokens, long vocabulary) throws UnknownPartException {
    return lookUp(tokens, vocabulary).matrix();
  }

  /// Finds the vectors of the prompt's tokens: what the `Gather` gives, as real numbers.
  ///
  /// @return the name of the value
  public String vectors(String tokens, long vocabulary) throws UnknownPartException {
    var found = lookUp(tokens, vocabulary);
    var rows = found.node().output(0);
    if (found.matrix().data().type() == Tensor.FLOAT32
        || found.node().operator().equals("GatherBlockQuantized")) {
      return rows;
    }
    // Half precision and small integers become float32 right behind the Gather.
    return graph.nodes().stream()
        .filter(node -> WIDENING.contains(node.operator()) && node.input(0).equals(rows))
        .map(node -> node.output(0))
        .findFirst()
        .orElse(rows);
  }

  /// A matrix with the node that picks its rows.
  private record LookUp(Node node, StoredMatrix matrix) {}

  private LookUp lookUp(String tokens, long vocabulary) throws UnknownPartException {
    var ids = new HashSet<String>(Set.of(tokens));
    var found = new LinkedHashMap<String, LookUp>();
    Optional<UnknownPartException> failure = Optional.empty();
    boolean branches = false;
    for (var node : graph.nodes()) {
      branches |= node.branches();
      if (PASSING.contains(node.operator()) && node.inputs().stream().anyMatch(ids::contains)) {
        ids.addAll(node.outputs());
      }
      try {
        lookup(node, ids)
            .ifPresent(matrix -> found.putIfAbsent(matrix.data().name(), new LookUp(node, matrix)));
      } catch (UnknownPartException e) {
        failure = Optional.of(e);
      }
    }
    var fitting =
        found.values().stream().filter(each -> each.matrix().tokens() == vocabulary).toList();
    var left = fitting.size() == 1 ? fitting : List.copyOf(found.values());
    if (left.size() == 1) {
      return left.getFirst();
    }
    if (left.isEmpty() && failure.isPresent()) {
      throw failure.get();
    }
    throw new UnknownPartException(SUBJECT + reason(found, branches));
  }

  private static String reason(Map<String, LookUp> found, boolean branches) {
    if (!found.isEmpty()) {
      return found.size()
          + " matrices are read by the token ids: "
          + String.join(", ", new ArrayList<>(found.keySet()))
          + ".";
    }
    return branches
        ? "no Gather reads a matrix of weights by the token ids outside of the bodies of an If or a"
            + " loop, in which Kelvin does not look."
        : "no Gather reads a matrix of weights by the token ids.";
  }

  /// The matrix that a node reads by the ids.
  private Optional<StoredMatrix> lookup(Node node, Set<String> ids) throws UnknownPartException {
    if (!ids.contains(node.input(1)) || !graph.isConstant(node.input(0))) {
      return Optional.empty();
    }
    if (node.operator().equals("GatherBlockQuantized")) {
      return Optional.of(matrices.ofBlocks(node));
    }
    if (!node.operator().equals("Gather") || node.integer("axis", 0) != 0) {
      return Optional.empty();
    }
    var stored = matrices.of(node.input(0), "input embedding");
    return Optional.of(stored.data().isReal() ? stored : afterGather(node, stored));
  }

  /// A matrix of small integers whose rows are dequantised after they were picked.
  private StoredMatrix afterGather(Node gather, StoredMatrix stored) throws UnknownPartException {
    if (stored.scaling().isPresent()) {
      return stored;
    }
    for (var node : graph.nodes()) {
      if (node.operator().equals("DequantizeLinear") && node.input(0).equals(gather.output(0))) {
        return matrices.dequantized(stored, node, "input embedding");
      }
    }
    throw new UnknownPartException(
        SUBJECT
            + "the rows of the matrix "
            + stored.data().name()
            + " are integers without a scale.");
  }
}
