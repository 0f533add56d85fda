package kelvin.engine.label;

import kelvin.distribution.TokenScore;

/// A token of a label with its score.
///
/// @param position 0-based in the prompt and label together, start tokens included
/// @param text the exact text, for files
/// @param visibleText the text for display
public record LabelToken(int position, int id, String text, String visibleText, TokenScore score) {}
