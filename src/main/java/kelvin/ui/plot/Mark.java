package kelvin.ui.plot;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Marks one token of a distribution.
///
/// @param rank of the token, 1-based, where one is marked
/// @param word a word for the mark, such as `next`
/// @param u the number that decides the draw, where one does
public record Mark(OptionalInt rank, String word, OptionalDouble u) {

  public static final Mark NONE = new Mark(OptionalInt.empty(), "", OptionalDouble.empty());
}
