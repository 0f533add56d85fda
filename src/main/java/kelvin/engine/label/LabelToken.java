package kelvin.engine.label;

import kelvin.distribution.TokenScore;

/// A token of a label with what the model thought of it.
///
/// @param position 0-based in the prompt and label together, start tokens included
/// @param text exact, for files
/// @param visibleText for people
public record LabelToken(int position, int id, String text, String visibleText, TokenScore score) {}
