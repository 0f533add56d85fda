package kelvin.onnx.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kelvin.onnx.gradient.rule.KnownOperators;
import kelvin.onnx.gradient.tape.LayerNames;
import kelvin.onnx.gradient.tape.Shapes;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.gradient.tape.Walk;
import kelvin.onnx.surgery.Fragment;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.InnerOutputs;
import kelvin.onnx.surgery.Tensor;
import kelvin.onnx.surgery.UnknownPartException;
import kelvin.onnx.surgery.WithoutWeights;

/// A graph whose weights are inputs, with the loss of texts and its gradients as outputs.
///
/// @param model its bytes
/// @param weights the inputs for the weights, in the order of the weights; then those of a head
/// @param gradients the outputs with their gradients; none for a graph that only gives losses
@SuppressWarnings("ArrayRecordComponent") // lives until the session is made; never compared
public record TrainingGraph(byte[] model, List<String> weights, List<String> gradients) {

  /// The added input with the places of the rows that have a target, among those of all texts; a
  /// list without a place twice.
  public static final String ROWS = InnerOutputs.PREFIX + "rows";

  /// The added input with the target of each of these rows: a token or a label; a list.
  public static final String NEXT = InnerOutputs.PREFIX + "next";

  /// The added input with the part of each of these rows in the loss; a list.
  public static final String SHARES = InnerOutputs.PREFIX + "shares";

  /// The added output with −ln of the share of each row's target; a list.
  public static final String LOSSES = InnerOutputs.PREFIX + "losses";

  /// The added output with φ of each row, where there is a head and no gradient.
  public static final String FEATURES = InnerOutputs.PREFIX + "features";

  private static final String WEIGHT = InnerOutputs.PREFIX + "weight/";
  private static final long MIN_OPERATORS = 13;

  /// @param bytes the graph with its large weights in files
  /// @param graph what was read from it
  /// @param scored the rows whose loss is made small
  /// @param weights the weights that become inputs
  /// @param withGradients whether the gradients of Σ share · loss are outputs
  /// @throws UnknownPartException if an operator between a weight and the rows is not known
  public static TrainingGraph of(
      byte[] bytes, Graph graph, ScoredRows scored, List<Tensor> weights, boolean withGradients)
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
    inputs.addAll(scored.head());
    var back = new Fragment();
    var tape = new Tape(graph, back);
    var loss = new RowLoss(tape, back, scored);
    back.output(loss.losses(), LOSSES);
    var gradients = new ArrayList<String>();
    if (withGradients) {
      var all = new ArrayList<>(names);
      all.addAll(scored.head());
      gradients.addAll(gradients(graph, tape, back, loss, all));
    } else if (scored.hasHead()) {
      back.output(loss.picked(), FEATURES);
    }
    var stripped = WithoutWeights.of(bytes, Set.copyOf(names), scored.tail());
    return new TrainingGraph(InnerOutputs.around(front, stripped, back), inputs, gradients);
  }

  private static List<String> gradients(
      Graph graph, Tape tape, Fragment back, RowLoss loss, List<String> names)
      throws UnknownPartException {
    back.input(SHARES, Tensor.FLOAT32, List.of(-1L));
    var targets = new HashSet<>(names);
    targets.add(loss.picked());
    var walk = new Walk(tape, KnownOperators::find, new LayerNames(graph), targets);
    // A matrix that the loss reads may be made of a weight by the graph.
    walk.mark(graph.nodes());
    loss.back(walk, SHARES);
    walk.back(graph.nodes());
    var outputs = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      var output = InnerOutputs.PREFIX + "gradient/" + i;
      var gradient = walk.slopes().total(name).orElseGet(() -> new Shapes(tape).zeros(name));
      back.output(gradient, output);
      outputs.add(output);
    }
    return outputs;
  }
}
