package kelvin.onnx.gradient.tape;

import java.util.List;
import java.util.Map;
import kelvin.onnx.surgery.Attribute;

/// Nodes that change shapes to those of other values, whatever they are in a run.
public final class Shapes {

  /// Enough for every value of a language model.
  private static final Long[] ONES = {1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L};

  private static final long END = Long.MAX_VALUE;

  private final Tape tape;

  public Shapes(Tape tape) {
    this.tape = tape;
  }

  /// The same numbers in the shape of another value.
  public String like(String value, String other) {
    return tape.add("Reshape", value, tape.shape(other));
  }

  /// Zeros in the shape of a value.
  public String zeros(String like) {
    return tape.add("ConstantOfShape", tape.shape(like));
  }

  /// Sums over the axes along which `other` was repeated to the shape of `value`.
  public String sumTo(String value, String other) {
    var shape = tape.shape(value);
    var missing = tape.add("Sub", tape.shape(shape), tape.shape(tape.shape(other)));
    var front = tape.add("Slice", tape.integers(ONES), tape.integers(0L), missing);
    var padded = join(front, tape.shape(other));
    var places = tape.add("NonZero", tape.add("Not", tape.add("Equal", padded, shape)));
    var axes = tape.add("Squeeze", places, tape.integers(0L));
    var sum = tape.add("ReduceSum", Map.of("noop_with_empty_axes", Attribute.of(1)), value, axes);
    return like(sum, other);
  }

  /// Sums along axes, which stay as axes of one element.
  ///
  /// @param axes a list of integers
  public String sum(String value, String axes) {
    return tape.add("ReduceSum", value, axes);
  }

  /// The number of elements of `many` for each one of `few`.
  public String share(String many, String few) {
    var count = tape.add("Div", tape.add("Size", many), tape.add("Size", few));
    return tape.add("Cast", Map.of("to", Attribute.of(1)), count);
  }

  /// The mean along axes, which stay as axes of one element.
  public String mean(String value, String axes) {
    var sum = sum(value, axes);
    return tape.add("Div", sum, share(value, sum));
  }

  /// Lists joined to one.
  public String join(String... lists) {
    return tape.add("Concat", Map.of("axis", Attribute.of(0)), lists);
  }

  /// The elements of a list from one place on and before another one; negative ones count from the
  /// end.
  public String part(String list, long from, long to) {
    return tape.add("Slice", list, tape.integers(from), tape.integers(to));
  }

  /// The shape of a value with 1 for each of the axes.
  public String withOnes(String value, String axes) {
    var ones = tape.add("Expand", tape.integers(1L), tape.shape(axes));
    return tape.add(
        "ScatterElements", Map.of("axis", Attribute.of(0)), tape.shape(value), axes, ones);
  }

  /// The axes of a value from one on, as a list.
  public String axesFrom(String value, long axis) {
    if (axis < 0) {
      var axes = new Long[(int) -axis];
      for (int i = 0; i < axes.length; i++) {
        axes[i] = axis + i;
      }
      return tape.integers(axes);
    }
    var rank = tape.shape(tape.shape(value));
    return upTo(axis, rank);
  }

  /// The integers from one on and before another one.
  ///
  /// @param end a list of one integer
  public String upTo(long from, String end) {
    return tape.add("Range", single(tape.integers(from)), single(end), single(tape.integers(1L)));
  }

  private String single(String list) {
    return tape.add("Squeeze", list);
  }

  /// Swaps the last two axes.
  public String swapLast(String value) {
    var shape = tape.shape(value);
    var matrices = tape.add("Reshape", value, join(tape.integers(-1L), part(shape, -2, END)));
    var turned = tape.add("Transpose", Map.of("perm", Attribute.of(List.of(0L, 2L, 1L))), matrices);
    return tape.add(
        "Reshape", turned, join(part(shape, 0, -2), part(shape, -1, END), part(shape, -2, -1)));
  }

  /// The same numbers as a matrix with `width` columns.
  public String rows(String value, long width) {
    return tape.add("Reshape", value, tape.integers(-1L, width));
  }
}
