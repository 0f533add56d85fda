package kelvin.ui.text;

import kelvin.text.Span;

/// A token of a text with the strength of its shade.
///
/// @param span the characters of the token
/// @param shade 0..1, or NaN for none
/// @param label the text of the tooltip
/// @param generated whether the token was drawn or chosen after the prompt
public record ShadedToken(Span span, double shade, String label, boolean generated) {}
