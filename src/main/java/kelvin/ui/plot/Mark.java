package kelvin.ui.plot;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Marks one token of a distribution.
///
/// @param rank of the marked token, 1-based; empty without one
/// @param word a word for the mark, such as `next`
/// @param u the random number that decides the draw; empty without one
public record Mark(OptionalInt rank, String word, OptionalDouble u) {

  public static final Mark NONE = new Mark(OptionalInt.empty(), "", OptionalDouble.empty());
}
