package kelvin.onnx.surgery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds the logits of each layer to a graph: its own nodes from the last residual stream to the
/// logits once more, for the streams before.
///
/// Only the last position's row goes through them. The rows of all layers go through together,
/// unless the nodes round them with one scale for all rows.
final class Lens {

  private static final String PREFIX = InnerOutputs.PREFIX + "layers/";
  private static final String LAST = PREFIX + "last";
  private static final String FLAT = PREFIX + "flat";

  /// Operators that change the rows or the shape but not what is in a row.
  private static final Set<String> ROWS =
      Set.of("Identity", "Reshape", "Squeeze", "Unsqueeze", "Flatten", "GatherND", "Expand");

  /// Products that take a matrix, not a stack of them.
  private static final Set<String> FLAT_PRODUCTS = Set.of("Gemm", "FusedGemm", "QGemm");

  private final Graph graph;
  private final Fragment fragment;
  private final Ancestry ancestry;

  Lens(Graph graph, Fragment fragment) {
    this.graph = graph;
    this.fragment = fragment;
    ancestry = new Ancestry(graph);
  }

  /// Adds the outputs, in the order of the layers.
  ///
  /// @param logits the output with the logits
  void add(Residual residual, String logits) throws UnknownPartException {
    fragment.constant(LAST, List.of(-1L));
    fragment.constant(FLAT, List.of(-1L));
    var streams = new ArrayList<>(residual.added());
    streams.add(end(residual.end()));
    if (roundsTogether(residual, logits)) {
      for (int i = 0; i < streams.size(); i++) {
        var name = PREFIX + i;
        var found = new Chain(residual, name + "/", streams.get(i), true).value(logits);
        output(lastRow(found, name + "/logits"), name);
      }
      return;
    }
    var rows = new ArrayList<String>();
    for (int i = 0; i < streams.size(); i++) {
      rows.add(lastRow(streams.get(i), PREFIX + i));
    }
    var stack = PREFIX + "stack";
    fragment.node("Concat", rows, stack + "/rows", "axis", 0);
    fragment.constant(stack + "/shape", List.of(1L, (long) rows.size(), -1L));
    fragment.node("Reshape", List.of(stack + "/rows", stack + "/shape"), stack);
    output(new Chain(residual, PREFIX + "all/", stack, false).value(logits), PREFIX + "logits");
  }

  /// The last stream, which no value holds if an operator adds and norms in one.
  private String end(Residual.End end) {
    if (end.fused().isEmpty()) {
      return end.value();
    }
    var node = end.fused().get();
    var sum = PREFIX + "end";
    fragment.node("Add", node.inputs().subList(0, 2), sum);
    if (!node.has(bias(node))) {
      return sum;
    }
    fragment.node("Add", List.of(sum, node.input(bias(node))), sum + "/bias");
    return sum + "/bias";
  }

  /// The place of what is added besides the two values.
  private static int bias(Node fused) {
    return fused.operator().equals("SkipLayerNormalization") ? 4 : 3;
  }

  private boolean roundsTogether(Residual residual, String logits) {
    return graph.nodes().stream()
        .filter(node -> node.operator().equals("DynamicQuantizeLinear"))
        .map(node -> node.output(0))
        .anyMatch(
            rounded ->
                ancestry.dependsOn(logits, rounded)
                    && ancestry.dependsOn(rounded, residual.end().value()));
  }

  private String lastRow(String value, String name) {
    fragment.node("Flatten", List.of(value), name + "/rows", "axis", -1);
    fragment.node("Gather", List.of(name + "/rows", LAST), name + "/row", "axis", 0);
    return name + "/row";
  }

  private void output(String value, String name) {
    fragment.node("Cast", List.of(value), name + "/real", "to", Tensor.FLOAT32);
    fragment.node("Reshape", List.of(name + "/real", FLAT), name + "/all");
    fragment.output(name + "/all", name);
  }

  /// The nodes from the last residual stream to the logits once more.
  private final class Chain {

    private final Residual.End end;
    private final String prefix;
    private final String stream;

    /// True if the last row is chosen before the head, because what comes before needs them all.
    private final boolean chooses;

    private final Map<String, String> made = new HashMap<>();

    Chain(Residual residual, String prefix, String stream, boolean chooses) {
      end = residual.end();
      this.prefix = prefix;
      this.stream = stream;
      this.chooses = chooses;
    }

    /// The value that stands for another one in this chain.
    String value(String old) throws UnknownPartException {
      var known = made.get(old);
      if (known != null) {
        return known;
      }
      var found = made(old);
      made.put(old, found);
      return found;
    }

    private String made(String old) throws UnknownPartException {
      if (old.equals(end.value()) && end.fused().isEmpty()) {
        return stream;
      }
      if (!graph.isComputed(old) || !ancestry.dependsOn(old, end.value())) {
        return old;
      }
      var node = graph.producer(old).orElseThrow();
      if (keepsRows(node)) {
        return value(node.input(0));
      }
      if (node.branches()) {
        throw new UnknownPartException(
            "The layers are not found: an operator "
                + node.operator()
                + " with bodies stands between the last block and the logits.");
      }
      var inputs = old.equals(end.value()) ? fused(node) : inputs(node);
      var outputs =
          node.outputs().stream().map(output -> output.isEmpty() ? "" : prefix + output).toList();
      fragment.again(graph.bytes(node), inputs, outputs);
      node.outputs().stream()
          .filter(output -> !output.isEmpty())
          .forEach(output -> made.put(output, prefix + output));
      return prefix + old;
    }

    /// The stream in place of the sum, and nothing added to it.
    private List<String> fused(Node node) {
      var zero = prefix + "zero";
      fragment.node("Sub", List.of(stream, stream), zero);
      var inputs = new ArrayList<>(List.of(stream, zero));
      inputs.addAll(node.inputs().subList(2, Math.min(bias(node), node.inputs().size())));
      return inputs;
    }

    private List<String> inputs(Node node) throws UnknownPartException {
      var inputs = new ArrayList<String>();
      for (var input : node.inputs()) {
        var found = input.isEmpty() ? input : value(input);
        boolean factor = !found.equals(input) && inputs.isEmpty();
        if (factor && chooses && HeadRule.isProduct(node)) {
          found = lastRow(found, prefix + input + "/chosen");
        } else if (factor && FLAT_PRODUCTS.contains(node.operator())) {
          fragment.node("Flatten", List.of(found), prefix + input + "/flat", "axis", -1);
          found = prefix + input + "/flat";
        }
        inputs.add(found);
      }
      return inputs;
    }

    private boolean keepsRows(Node node) {
      return ROWS.contains(node.operator())
          || ((node.operator().equals("Slice") || node.operator().equals("Gather"))
              && !choosesColumns(node));
    }

    /// Returns whether a choice is one of logits, not of positions.
    private boolean choosesColumns(Node node) {
      if (node.operator().equals("Gather")) {
        long axis = node.integer("axis", 0);
        return axis == -1 || axis == 2;
      }
      return graph
          .tensor(node.input(3))
          .filter(axes -> axes.raw().length == Long.BYTES && axes.elements() == 1)
          .filter(axes -> axes.raw()[0] == -1 || axes.raw()[0] == 2)
          .isPresent();
    }
  }
}
