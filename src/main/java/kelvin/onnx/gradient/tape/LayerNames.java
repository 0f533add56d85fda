package kelvin.onnx.gradient.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.Node;

/// Says where in a model a node stands: the layer that its names tell, or else the number of
/// attentions before it.
public final class LayerNames {

  private static final Pattern LAYER =
      Pattern.compile("(?:^|[/._])(?:layers?|h|blocks?|block)[/._](\\d+)(?:[/._]|$)");

  private static final Set<String> ATTENTIONS =
      Set.of("Softmax", "Attention", "MultiHeadAttention", "GroupQueryAttention");

  private final Graph graph;

  public LayerNames(Graph graph) {
    this.graph = graph;
  }

  /// A phrase such as "in layer 3 (node /model/layers.3/mlp/MatMul)". Layers count from 0.
  public String of(Node node) {
    var name = node.title().name().isEmpty() ? node.output(0) : node.title().name();
    return layer(node).map(number -> "in layer " + number).orElseGet(() -> between(node))
        + " (node "
        + name
        + ")";
  }

  private static Optional<String> layer(Node node) {
    var names = new ArrayList<String>();
    names.add(node.title().name());
    names.addAll(node.outputs());
    names.addAll(node.inputs());
    for (var name : names) {
      var matcher = LAYER.matcher(name);
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private String between(Node node) {
    var before = attentionsBefore(node);
    boolean isOne = ATTENTIONS.contains(node.operator());
    return isOne
        ? "in layer " + before
        : before == 0
            ? "before the attention of layer 0"
            : "behind the attention of layer " + (before - 1);
  }

  /// The number of attentions on the ways to a node.
  private int attentionsBefore(Node node) {
    Map<String, Set<String>> found = new HashMap<>();
    for (var each : graph.nodes()) {
      var all = new HashSet<String>();
      each.inputs().forEach(input -> all.addAll(found.getOrDefault(input, Set.of())));
      if (each.equals(node)) {
        return all.size();
      }
      if (ATTENTIONS.contains(each.operator())) {
        all.add(each.output(0));
      }
      each.outputs().forEach(output -> found.put(output, all));
    }
    return 0;
  }
}
