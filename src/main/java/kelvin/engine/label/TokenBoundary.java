package kelvin.engine.label;

import java.util.List;

/// Whether the tokens of the prompt stay the same when a label follows it.
///
/// Where the tokenizer merges across the boundary (`http:` followed by `//`), the label's own
/// tokens do not exist. Then all labels are scored from the last token that is the same for all,
/// so the scores are longer but comparable and nothing is counted as given that is not.
///
/// @param promptTokens tokens of the prompt alone, start tokens included
/// @param scoredFrom the position of the first token that is scored, 0-based
/// @param moved the tokens of the prompt that are scored with the labels, as people see them
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
    return "The tokens of the prompt change when a label follows it, so "
        + String.join(" ", moved)
        + " at its end "
        + (moved.size() == 1 ? "is" : "are")
        + " scored with every label. A space that ends the prompt belongs to the label instead.";
  }
}
