package kelvin.onnx.gradient.rule;

import java.util.List;
import java.util.Map;
import kelvin.onnx.gradient.tape.Step;
import kelvin.onnx.gradient.tape.Tape;
import kelvin.onnx.surgery.Attribute;
import kelvin.onnx.surgery.Tensor;
import kelvin.onnx.surgery.UnknownPartException;

/// `Slice`: the gradient stands where the numbers were taken from, with zeros around it.
final class Slices {

  private static final int STARTS = 1;
  private static final int ENDS = 2;
  private static final int AXES = 3;
  private static final int STEPS = 4;

  private Slices() {}

  static void apply(Step step) throws UnknownPartException {
    var node = step.node();
    if (!node.has(STARTS)) {
      throw step.unknown("its places are attributes, as before version 10");
    }
    boolean dense = !node.has(STEPS) || allOnes(step.tape().constant(node.input(STEPS)));
    step.give(0, dense ? padded(step) : scattered(step));
  }

  private static boolean allOnes(List<Long> steps) {
    return !steps.isEmpty() && steps.stream().allMatch(each -> each == 1);
  }

  private static String integers(Tape tape, String value) {
    return tape.add("Cast", Map.of("to", Attribute.of(Tensor.INT64)), value);
  }

  /// The axes as a list.
  private static String axes(Step step, String starts) {
    var tape = step.tape();
    return step.node().has(AXES)
        ? integers(tape, step.node().input(AXES))
        : step.shapes().upTo(0, tape.shape(starts));
  }

  /// Puts zeros around the gradient, as many as were cut off.
  private static String padded(Step step) {
    var tape = step.tape();
    var x = step.node().input(0);
    var starts = integers(tape, step.node().input(STARTS));
    var axes = axes(step, starts);
    var lengths = tape.add("Gather", tape.shape(x), axes);
    var zero = tape.integers(0L);
    var fromEnd = tape.add("Less", starts, zero);
    var counted = tape.add("Where", fromEnd, tape.add("Add", starts, lengths), starts);
    var before = tape.add("Max", tape.add("Min", counted, lengths), zero);
    var kept = tape.add("Gather", tape.shape(step.gradient()), axes);
    var after = tape.add("Sub", tape.add("Sub", lengths, before), kept);

    var rank = tape.shape(tape.shape(x));
    var negative = tape.add("Less", axes, zero);
    var front = tape.add("Where", negative, tape.add("Add", axes, rank), axes);
    var places = step.shapes().join(front, tape.add("Add", front, rank));
    var none = tape.add("Expand", zero, tape.add("Mul", rank, tape.integers(2L)));
    var pads =
        tape.add(
            "ScatterElements",
            Map.of("axis", Attribute.of(0)),
            none,
            places,
            step.shapes().join(before, after));
    return tape.add("Pad", step.gradient(), pads);
  }

  /// Scatters the gradient to every place that a slice with steps has taken.
  private static String scattered(Step step) throws UnknownPartException {
    var tape = step.tape();
    var node = step.node();
    var axes = tape.constant(node.input(AXES));
    if (axes.size() != 1) {
      throw step.unknown("it has steps along several axes");
    }
    long axis = axes.getFirst();
    var shape = tape.shape(node.input(0));
    var length = tape.add("Gather", shape, tape.integers(axis));
    var all = step.shapes().upTo(0, length);
    var taken =
        tape.add(
            "Slice",
            all,
            node.input(STARTS),
            node.input(ENDS),
            tape.integers(0L),
            integers(tape, node.input(STEPS)));
    return Gathers.scatter(step, step.gradient(), taken, axis);
  }
}
