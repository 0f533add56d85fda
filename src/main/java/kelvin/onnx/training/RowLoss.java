package kelvin.onnx.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kelvin.onnx.gradient.tape.Shapes;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.gradient.tape.Walk;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.Fragment;
import kelvin.onnx.surgery.LogitsTail;
import kelvin.onnx.surgery.Node;
import kelvin.onnx.surgery.Tensor;
import kelvin.onnx.surgery.UnknownPartException;

/// Writes the loss of some rows behind a graph, and its gradient: −ln of the share that the softmax
/// of a row's scores gives its target.
final class RowLoss {

  private static final Map<String, Attribute> COLUMNS = Map.of("axis", Attribute.of(1));

  private final Tape tape;
  private final ScoredRows scored;

  /// All rows as a matrix.
  private final String rows;

  /// The rows that have a target.
  private final String picked;

  /// The nodes that make scores of the picked rows.
  private final List<Node> head;

  private final String scores;
  private final String logarithms;
  private final String targets;

  /// Adds the inputs for the places of rows and their targets, and those of a head.
  RowLoss(Tape tape, Fragment back, ScoredRows scored) {
    this.tape = tape;
    this.scored = scored;
    back.input(TrainingGraph.ROWS, Tensor.INT64, List.of(-1L));
    back.input(TrainingGraph.NEXT, Tensor.INT64, List.of(-1L));
    for (int i = 0; i < scored.head().size(); i++) {
      back.input(scored.head().get(i), Tensor.FLOAT32, scored.headShapes().get(i));
    }
    rows = new Shapes(tape).rows(scored.value(), scored.width());
    picked = tape.add("Gather", Map.of("axis", Attribute.of(0)), rows, TrainingGraph.ROWS);
    int before = tape.nodes().size();
    scores = scores();
    head = tape.nodes().subList(before, tape.nodes().size());
    logarithms = tape.add("LogSoftmax", Map.of("axis", Attribute.of(-1)), scores);
    targets = tape.add("Unsqueeze", TrainingGraph.NEXT, tape.integers(1L));
  }

  private String scores() {
    if (scored.hasHead()) {
      return tape.add(
          "Gemm",
          Map.of("transB", Attribute.of(1)),
          picked,
          ScoredRows.HEAD_WEIGHTS,
          ScoredRows.HEAD_BIASES);
    }
    if (scored.tail().isEmpty()) {
      return picked;
    }
    var value = picked;
    var old = scored.value();
    for (var node : scored.tail()) {
      if (!LogitsTail.onlyShapes(node)) {
        var inputs = new ArrayList<>(node.inputs());
        inputs.set(inputs.indexOf(old), value);
        value = tape.again(node, inputs);
      }
      old = node.output(0);
    }
    return new Shapes(tape).rows(value, scored.vocabulary());
  }

  /// The rows that have a target, before a head.
  String picked() {
    return picked;
  }

  /// The loss of each picked row, as a list.
  String losses() {
    var chosen = tape.add("GatherElements", COLUMNS, logarithms, targets);
    return tape.add("Neg", tape.add("Squeeze", chosen, tape.integers(1L)));
  }

  /// Gives the scored value of the graph the gradient of Σ share · loss, and a head its own.
  ///
  /// @param walk to which the picked rows are a target
  /// @param shares the part of each picked row in the loss; a list
  void back(Walk walk, String shares) throws UnknownPartException {
    walk.slopes().add(scores, slope(shares));
    walk.back(head);
    var slopes = walk.slopes().total(picked).orElseThrow();
    // Each row is picked once, so nothing is added up.
    var all =
        tape.add(
            "ScatterND",
            new Shapes(tape).zeros(rows),
            tape.add("Unsqueeze", TrainingGraph.ROWS, tape.integers(1L)),
            slopes);
    walk.slopes().add(scored.value(), new Shapes(tape).like(all, scored.value()));
  }

  /// The gradient with respect to the scores: share · (softmax − 1 for the target).
  private String slope(String shares) {
    var softmax = tape.add("Exp", logarithms);
    var right = tape.add("GatherElements", COLUMNS, softmax, targets);
    var less = tape.add("Sub", right, tape.real(1));
    var away = tape.add("ScatterElements", COLUMNS, softmax, targets, less);
    return tape.add("Mul", away, tape.add("Unsqueeze", shares, tape.integers(1L)));
  }
}
