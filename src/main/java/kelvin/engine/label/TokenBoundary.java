package kelvin.engine.label;

import java.util.List;

/// Describes whether the tokens of the prompt stay the same when a label follows it.
///
/// If the tokenizer merges across the boundary (`http:` followed by `//`), the label has no
/// tokens of its own. Then all labels are scored from the first token that is not the same for
/// all. The scores cover more tokens, but they are comparable.
///
/// @param promptTokens the number of tokens of the prompt alone, start tokens included
/// @param scoredFrom the position of the first token that is scored, 0-based
/// @param moved the prompt's tokens that are scored with the labels, as text for display
public record TokenBoundary(int promptTokens, int scoredFrom, List<String> moved) {

  public TokenBoundary {
    moved = List.copyOf(moved);
  }

  public boolean isSafe() {
    return moved.isEmpty();
  }

  /// One sentence for the user; empty where the boundary is safe.
  public String warning() {
    if (isSafe()) {
      return "";
    }
    return "The tokens of the prompt change when a label follows, so "
        + String.join(" ", moved)
        + " at its end "
        + (moved.size() == 1 ? "is" : "are")
        + " scored with every label. If the prompt ends in a space, move the space "
        + "to the labels.";
  }
}
