package kelvin.onnx.gradient.rule;

import java.util.Map;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.Tensor;
import kelvin.onnx.surgery.UnknownPartException;

/// Picking numbers by their places: the gradient goes back to the places, and what was picked
/// several times is added up.
final class Gathers {

  private static final int ADDING = 16;
  private static final long END = Long.MAX_VALUE;

  private Gathers() {}

  /// `Gather`.
  static void gather(Step step) throws UnknownPartException {
    var tape = step.tape();
    var node = step.node();
    long axis = node.integer("axis", 0);
    // Scattering takes no places of 32 bits.
    var wide = tape.add("Cast", Map.of("to", Attribute.of(Tensor.INT64)), node.input(1));
    var places = tape.add("Reshape", wide, tape.integers(-1L));
    var shape = tape.shape(node.input(0));
    var shapes = step.shapes();
    var front = axis == 0 ? tape.integers() : shapes.part(shape, 0, axis);
    var back = axis == -1 ? tape.integers() : shapes.part(shape, axis + 1, END);
    var rows = tape.add("Reshape", step.gradient(), shapes.join(front, tape.shape(places), back));
    step.give(0, scatter(step, rows, places, axis));
  }

  /// Puts rows along an axis to their places in zeros of the first input's shape.
  ///
  /// @param places a list of integers
  static String scatter(Step step, String rows, String places, long axis)
      throws UnknownPartException {
    var tape = step.tape();
    requireAdding(step);
    var zeros = step.shapes().zeros(step.node().input(0));
    if (axis == 0) {
      return tape.add(
          "ScatterND",
          Map.of("reduction", Attribute.of("add")),
          zeros,
          tape.add("Unsqueeze", places, tape.integers(-1L)),
          rows);
    }
    var shape = tape.shape(rows);
    var rank = tape.shape(shape);
    var ones = tape.add("Expand", tape.integers(1L), rank);
    var alone =
        tape.add(
            "ScatterElements",
            Map.of("axis", Attribute.of(0)),
            ones,
            tape.integers(axis),
            tape.shape(places));
    var spread = tape.add("Expand", tape.add("Reshape", places, alone), shape);
    return tape.add(
        "ScatterElements",
        Map.of("axis", Attribute.of(axis), "reduction", Attribute.of("add")),
        zeros,
        spread,
        rows);
  }

  private static void requireAdding(Step step) throws UnknownPartException {
    if (step.operators() < ADDING) {
      throw step.unknown(
          "adding up needs version 16 of ONNX's operators, and the graph has " + step.operators());
    }
  }

  /// `GatherElements`.
  static void elements(Step step) throws UnknownPartException {
    requireAdding(step);
    var node = step.node();
    step.give(
        0,
        step.tape()
            .add(
                "ScatterElements",
                Map.of(
                    "axis",
                    Attribute.of(node.integer("axis", 0)),
                    "reduction",
                    Attribute.of("add")),
                step.shapes().zeros(node.input(0)),
                node.input(1),
                step.gradient()));
  }

  /// `GatherND`.
  static void tuples(Step step) throws UnknownPartException {
    requireAdding(step);
    var node = step.node();
    if (node.integer("batch_dims", 0) != 0) {
      throw step.unknown("it has batch_dims");
    }
    step.give(
        0,
        step.tape()
            .add(
                "ScatterND",
                Map.of("reduction", Attribute.of("add")),
                step.shapes().zeros(node.input(0)),
                node.input(1),
                step.gradient()));
  }
}
