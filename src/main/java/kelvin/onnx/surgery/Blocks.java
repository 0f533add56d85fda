package kelvin.onnx.surgery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The nodes of a model's blocks, between the places of the residual stream.
///
/// @param all the nodes of all blocks
/// @param last the nodes of the last block
public record Blocks(Set<Node> all, Set<Node> last) {

  /// @param logits the output with the logits
  /// @throws UnknownPartException if the residual stream is not found
  public static Blocks of(Graph graph, String logits) throws UnknownPartException {
    var stream = new ResidualRule(graph).find(logits);
    var end = stream.end().value();
    return new Blocks(
        between(graph, stream.before().getFirst(), end),
        between(graph, stream.before().getLast(), end));
  }

  /// The nodes on the ways from one value to another.
  private static Set<Node> between(Graph graph, String from, String to) {
    var reached = new HashSet<>(Set.of(from));
    var behind = new ArrayList<Node>();
    for (var node : graph.nodes()) {
      if (node.inputs().stream().anyMatch(reached::contains)) {
        reached.addAll(node.outputs());
        behind.add(node);
      }
    }
    var needed = new HashSet<>(Set.of(to));
    Set<Node> found = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    for (var node : List.copyOf(behind).reversed()) {
      if (node.outputs().stream().anyMatch(needed::contains)) {
        needed.addAll(node.inputs());
        found.add(node);
      }
    }
    return found;
  }
}
