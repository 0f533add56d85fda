package kelvin.onnx.gradient.tape;

import java.util.function.IntPredicate;

/// An operator whose derivative is known.
///
/// @param carrying the places of the inputs whose numbers reach the output; the others say shapes,
///     places or choices. None does if the output has no slope, as that of a comparison.
public record KnownOperator(IntPredicate carrying, Rule rule) {

  /// Passes a gradient to no input.
  public static final KnownOperator FLAT = new KnownOperator(_ -> false, _ -> {});
}
