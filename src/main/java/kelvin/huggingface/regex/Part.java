package kelvin.huggingface.regex;

import java.util.List;

/// A part of a regular expression.
sealed interface Part {

  /// A single character of a kind.
  ///
  /// @param source the class, escape or character as it is written
  /// @param ignoresCase whether upper and lower case are the same
  record One(String source, boolean ignoresCase) implements Part {}

  /// Parts one behind the other; none match the empty text.
  record Row(List<Part> parts) implements Part {}

  /// Parts one of which matches.
  record Choice(List<Part> parts) implements Part {}

  /// A part that matches several times.
  ///
  /// @param max `UNLIMITED` if there is no limit
  record Repeat(Part part, int min, int max) implements Part {}

  /// A condition at a place in the text, which takes no character.
  ///
  /// @param inner is searched for to decide it; an empty row for a simple condition
  record Condition(Part inner) implements Part {}

  /// The maximum of a repetition without one.
  int UNLIMITED = Integer.MAX_VALUE;
}
