package kelvin.onnx.gradient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import kelvin.onnx.gradient.rule.KnownOperators;
import kelvin.onnx.gradient.tape.LayerNames;
import kelvin.onnx.gradient.tape.Shapes;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.gradient.tape.Walk;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.Fragment;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.InnerOutputs;
import kelvin.onnx.surgery.Tensor;
import kelvin.onnx.surgery.UnknownPartException;

/// Adds the gradient of ln p(token) at the last position to a graph. The token is an input, so one
/// session serves all tokens.
public final class TokenLoss {

  /// The added input with the id of the token, a list of one.
  public static final String TOKEN = InnerOutputs.PREFIX + "token";

  private static final long MIN_OPERATORS = 13;

  private TokenLoss() {}

  /// Adds the gradients of some values, and the values themselves: two outputs for each.
  ///
  /// @param model the graph with its large weights in files
  /// @param logits the output with the logits
  /// @param targets values of the graph or names of weights
  /// @throws UnknownPartException if an operator between a target and the logits is not known
  public static InnerOutputs add(byte[] model, Graph graph, String logits, Iterable<String> targets)
      throws UnknownPartException {
    if (graph.operators() < MIN_OPERATORS) {
      throw new UnknownPartException(
          "The graph uses version "
              + graph.operators()
              + " of ONNX's operators; gradients need version "
              + MIN_OPERATORS
              + " or newer. Export the model again.");
    }
    var fragment = new Fragment();
    fragment.input(TOKEN, 1);
    var tape = new Tape(graph, fragment);
    var loss = logProbability(tape, logits);
    var names = new LinkedHashSet<String>();
    targets.forEach(names::add);
    var walk = new Walk(tape, KnownOperators::find, new LayerNames(graph), Set.copyOf(names));
    var nodes = new ArrayList<>(graph.nodes());
    nodes.addAll(tape.nodes());
    walk.slopes().add(loss, tape.real(1));
    walk.back(nodes);
    int count = 0;
    for (var name : names) {
      var gradient = walk.slopes().total(name).orElseGet(() -> new Shapes(tape).zeros(name));
      fragment.output(gradient, InnerOutputs.PREFIX + "gradient/" + count);
      fragment.output(name, InnerOutputs.PREFIX + "target/" + count++);
    }
    return InnerOutputs.of(model, fragment);
  }

  private static String logProbability(Tape tape, String logits) {
    var axis = Map.of("axis", Attribute.of(-2));
    var last = tape.add("Gather", axis, logits, tape.integers(-1L));
    var row = tape.add("Reshape", last, tape.integers(-1L));
    var logarithms = tape.add("LogSoftmax", Map.of("axis", Attribute.of(-1)), row);
    var ids = new Shapes(tape).upTo(0, tape.shape(row));
    var chosen = tape.add("Equal", ids, TOKEN);
    var ones = tape.add("Cast", Map.of("to", Attribute.of(Tensor.FLOAT32)), chosen);
    return tape.add(
        "ReduceSum", Map.of("keepdims", Attribute.of(0)), tape.add("Mul", logarithms, ones));
  }
}
