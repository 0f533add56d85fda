package kelvin.onnx.gradient.tape;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.UnknownPartException;

/// Goes back from a number to the values whose gradients are wanted, and only there: a node on no
/// way between the two is passed over.
public final class Walk {

  private final Tape tape;
  private final Function<Node, Optional<KnownOperator>> operators;
  private final LayerNames layers;
  private final Slopes slopes;

  /// The values that the targets reach with a slope.
  private final Set<String> active;

  /// @param operators finds what is known of the operator of a node
  /// @param targets the values whose gradients are wanted
  public Walk(
      Tape tape,
      Function<Node, Optional<KnownOperator>> operators,
      LayerNames layers,
      Set<String> targets) {
    this.tape = tape;
    this.operators = operators;
    this.layers = layers;
    slopes = new Slopes(tape);
    active = new HashSet<>(targets);
  }

  Tape tape() {
    return tape;
  }

  public Slopes slopes() {
    return slopes;
  }

  boolean isActive(String value) {
    return active.contains(value);
  }

  /// Passes the gradients of the outputs of nodes on to their inputs.
  ///
  /// @param nodes in an order in which they can be computed
  public void back(List<Node> nodes) throws UnknownPartException {
    mark(nodes);
    for (var node : nodes.reversed()) {
      boolean reached =
          node.outputs().stream()
              .anyMatch(output -> isActive(output) && slopes.total(output).isPresent());
      if (reached && carries(node)) {
        operators
            .apply(node)
            .orElseThrow(() -> refusal(node, "Kelvin knows no derivative of it"))
            .rule()
            .apply(new Step(this, node));
      }
    }
  }

  /// Notes what the targets reach through nodes, for nodes behind them that go back first.
  ///
  /// @param nodes in an order in which they can be computed
  public void mark(List<Node> nodes) {
    nodes.forEach(this::mark);
  }

  private void mark(Node node) {
    if (carries(node)) {
      node.outputs().stream().filter(name -> !name.isEmpty()).forEach(active::add);
    }
  }

  /// Returns whether a slope reaches the outputs. Of an unknown operator it is assumed.
  private boolean carries(Node node) {
    var known = operators.apply(node);
    for (int place = 0; place < node.inputs().size(); place++) {
      if (isActive(node.input(place)) && (known.isEmpty() || known.get().carrying().test(place))) {
        return true;
      }
    }
    return known.isEmpty() && node.branches() && node.reads().stream().anyMatch(this::isActive);
  }

  UnknownPartException refusal(Node node, String reason) {
    var domain = node.title().domain();
    return new UnknownPartException(
        "No gradient passes through the operator "
            + (domain.isEmpty() ? "" : domain + ".")
            + node.operator()
            + " "
            + layers.of(node)
            + ": "
            + reason
            + ". Gradients need a float32 export of plain operators, not quantised and not fused.");
  }
}
