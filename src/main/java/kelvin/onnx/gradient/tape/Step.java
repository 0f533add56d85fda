package kelvin.onnx.gradient.tape;

import java.util.List;
import java.util.Optional;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.UnknownPartException;

/// One node of the way back: the gradients of its outputs are known, those of its inputs are
/// wanted.
public final class Step {

  private final Walk walk;
  private final Node node;

  Step(Walk walk, Node node) {
    this.walk = walk;
    this.node = node;
  }

  public Node node() {
    return node;
  }

  public Tape tape() {
    return walk.tape();
  }

  public Shapes shapes() {
    return new Shapes(walk.tape());
  }

  /// The version of ONNX's own operators.
  public long operators() {
    return walk.tape().operators();
  }

  /// The gradient of the first output; zeros if nothing reaches it.
  public String gradient() {
    return gradient(0).orElseGet(() -> shapes().zeros(node.output(0)));
  }

  /// The gradient of an output; empty if nothing reaches it.
  public Optional<String> gradient(int output) {
    return walk.slopes().total(node.output(output));
  }

  /// Returns whether the gradient of an input is wanted.
  public boolean wants(int place) {
    return node.has(place) && walk.isActive(node.input(place));
  }

  /// Gives an input its gradient, in the shape of the input.
  public void give(int place, String gradient) {
    walk.slopes().add(node.input(place), gradient);
  }

  /// Gives an input its gradient, in the shape of an output for which the input may have been
  /// repeated.
  public void giveSummed(int place, String gradient) {
    boolean keepsShape = true;
    for (int other = 0; other < node.inputs().size(); other++) {
      keepsShape &= other == place || tape().isSingle(node.input(other));
    }
    give(place, keepsShape ? gradient : shapes().sumTo(gradient, node.input(place)));
  }

  /// Writes the node as simpler ones, and gives the inputs the gradients through those.
  public void through(Parts parts) throws UnknownPartException {
    int before = tape().nodes().size();
    var outputs = parts.write(tape());
    var nodes = tape().nodes();
    for (int i = 0; i < outputs.size(); i++) {
      var gradient = gradient(i);
      if (gradient.isPresent()) {
        walk.slopes().add(outputs.get(i), gradient.get());
      }
    }
    walk.back(nodes.subList(before, nodes.size()));
  }

  /// Writes the simpler nodes.
  @FunctionalInterface
  public interface Parts {

    /// @return the names of the outputs, in the order of the node's
    List<String> write(Tape tape);
  }

  /// The refusal of a use that the rule does not know.
  ///
  /// @param reason the end of a sentence
  public UnknownPartException unknown(String reason) {
    return walk.refusal(node, reason);
  }
}
