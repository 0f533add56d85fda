package kelvin.onnx.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import kelvin.onnx.surgery.WithoutWeights;

/// A graph whose weights are inputs, with the loss of texts and its gradients as outputs.
///
/// @param model its bytes
/// @param weights the inputs for the weights, in the order of the weights
/// @param gradients the outputs with their gradients; none for a graph that only gives losses
@SuppressWarnings("ArrayRecordComponent") // lives until the session is made; never compared
public record TrainingGraph(byte[] model, List<String> weights, List<String> gradients) {

  /// The added input with the id of the token after each row of logits; a list.
  public static final String NEXT = InnerOutputs.PREFIX + "next";

  /// The added input with the part of each row in the loss; a list.
  public static final String SHARES = InnerOutputs.PREFIX + "shares";

  /// The added output with −ln p of each row's next token; a list.
  public static final String LOSSES = InnerOutputs.PREFIX + "losses";

  private static final String WEIGHT = InnerOutputs.PREFIX + "weight/";
  private static final long MIN_OPERATORS = 13;

  /// @param bytes the graph with its large weights in files
  /// @param graph what was read from it
  /// @param logits the output with the logits
  /// @param vocabulary the number of logits of a row
  /// @param weights the weights that become inputs
  /// @param withGradients whether the gradients of Σ share · −ln p are outputs
  /// @throws UnknownPartException if an operator between a weight and the logits is not known
  public static TrainingGraph of(
      byte[] bytes,
      Graph graph,
      String logits,
      long vocabulary,
      List<Tensor> weights,
      boolean withGradients)
      throws UnknownPartException, IOException {
    if (graph.operators() < MIN_OPERATORS) {
      throw new UnknownPartException(
          "The graph uses version "
              + graph.operators()
              + " of ONNX's operators; training needs version "
              + MIN_OPERATORS
              + " or newer. Export the model again.");
    }
    var names = weights.stream().map(Tensor::name).toList();
    var front = new Fragment();
    var inputs = new ArrayList<String>();
    for (int i = 0; i < weights.size(); i++) {
      var input = WEIGHT + i;
      front.input(input, Tensor.FLOAT32, weights.get(i).dimensions());
      front.rename(input, names.get(i));
      inputs.add(input);
    }
    var back = new Fragment();
    var gradients = losses(graph, back, logits, vocabulary, names, withGradients);
    var stripped = WithoutWeights.of(bytes, Set.copyOf(names));
    return new TrainingGraph(InnerOutputs.around(front, stripped, back), inputs, gradients);
  }

  private static List<String> losses(
      Graph graph,
      Fragment back,
      String logits,
      long vocabulary,
      List<String> names,
      boolean withGradients)
      throws UnknownPartException {
    back.input(NEXT, Tensor.INT64, List.of(-1L));
    var tape = new Tape(graph, back);
    var last = Map.of("axis", Attribute.of(-1));
    var rows = new Shapes(tape).rows(logits, vocabulary);
    var logarithms = tape.add("LogSoftmax", last, rows);
    var places = tape.add("Unsqueeze", NEXT, tape.integers(1L));
    var chosen = tape.add("GatherElements", Map.of("axis", Attribute.of(1)), logarithms, places);
    var losses = tape.add("Neg", tape.add("Squeeze", chosen, tape.integers(1L)));
    back.output(losses, LOSSES);
    var outputs = new ArrayList<String>();
    if (!withGradients) {
      return List.of();
    }
    back.input(SHARES, Tensor.FLOAT32, List.of(-1L));
    var walk =
        new Walk(
            tape,
            KnownOperators::find,
            new LayerNames(graph),
            names.stream().collect(Collectors.toSet()));
    walk.slopes().add(logits, slope(tape, logits, logarithms, places));
    walk.back(graph.nodes());
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var output = InnerOutputs.PREFIX + "gradient/" + i;
      var gradient = walk.slopes().total(name).orElseGet(() -> new Shapes(tape).zeros(name));
      back.output(gradient, output);
      outputs.add(output);
    }
    return outputs;
  }

  /// The gradient with respect to the logits: share · (softmax − 1 for the next token).
  private static String slope(Tape tape, String logits, String logarithms, String places) {
    var axis = Map.of("axis", Attribute.of(1));
    var softmax = tape.add("Exp", logarithms);
    var right = tape.add("GatherElements", axis, softmax, places);
    var less = tape.add("Sub", right, tape.real(1));
    var away = tape.add("ScatterElements", axis, softmax, places, less);
    var weighted = tape.add("Mul", away, tape.add("Unsqueeze", SHARES, tape.integers(1L)));
    return new Shapes(tape).like(weighted, logits);
  }
}
