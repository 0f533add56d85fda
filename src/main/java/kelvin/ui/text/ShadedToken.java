package kelvin.ui.text;

import kelvin.text.Span;

/// A token of a text with how strongly to shade it.
///
/// @param span its characters
/// @param shade 0..1, or NaN for a token that has none
/// @param label what the tooltip says
public record ShadedToken(Span span, double shade, String label) {}
