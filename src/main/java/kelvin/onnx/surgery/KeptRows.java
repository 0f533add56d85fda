package kelvin.onnx.surgery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds an input to a graph that limits the positions with logits, as newer exports have it
/// (`num_logits_to_keep`). The output matrix then multiplies the last hidden states of these
/// positions only.
public final class KeptRows {

  /// The added input: a list of one integer, the number of last positions with logits; 0 for all.
  public static final String INPUT = InnerOutputs.PREFIX + "kept";

  private static final String PREFIX = INPUT + "/";

  /// `Slice` takes its bounds as inputs since version 10. Exports older than 13 are rare.
  private static final long MIN_OPERATORS = 13;

  private KeptRows() {}

  /// Adds the input; empty if it is not certain that each row of logits is made of one row of the
  /// last hidden state, and of nothing else. The output with the logits is the only one of which
  /// that is true: states are read by the layers, too.
  ///
  /// @param model the graph with its large weights in files
  /// @param graph what was read from it
  /// @throws IOException if the bytes are damaged
  public static Optional<byte[]> add(byte[] model, Graph graph) throws IOException {
    if (graph.operators() < MIN_OPERATORS) {
      return Optional.empty();
    }
    var tails =
        graph.outputs().stream()
            .flatMap(output -> LogitsTail.find(graph, output).stream())
            .filter(KeptRows::keepsAxes)
            .toList();
    return tails.size() == 1 ? Optional.of(add(model, graph, tails.getFirst())) : Optional.empty();
  }

  /// Returns whether the rows are on the same axis from the last hidden state to the logits.
  private static boolean keepsAxes(LogitsTail tail) {
    return tail.nodes().getFirst().operator().equals("MatMul")
        && tail.nodes().stream()
            .allMatch(node -> node.operator().equals("Identity") || !LogitsTail.onlyShapes(node));
  }

  private static byte[] add(byte[] model, Graph graph, LogitsTail tail) throws IOException {
    var fragment = new Fragment();
    fragment.input(INPUT, 1);
    // −0 is 0, so 0 keeps all.
    fragment.node("Neg", List.of(INPUT), PREFIX + "from");
    fragment.constant(PREFIX + "to", List.of(Long.MAX_VALUE));
    fragment.constant(PREFIX + "axis", List.of(-2L));
    var value = PREFIX + "rows";
    fragment.node(
        "Slice", List.of(tail.features(), PREFIX + "from", PREFIX + "to", PREFIX + "axis"), value);
    var old = tail.features();
    for (int i = 0; i < tail.nodes().size(); i++) {
      var node = tail.nodes().get(i);
      var inputs = new ArrayList<>(node.inputs());
      inputs.set(inputs.indexOf(old), value);
      old = node.output(0);
      boolean last = i == tail.nodes().size() - 1;
      value = last ? old : PREFIX + i;
      fragment.again(graph.bytes(node), inputs, List.of(value));
    }
    return InnerOutputs.of(WithoutWeights.withoutNodes(model, tail.nodes()), fragment).model();
  }
}
