package kelvin.inference;

import kelvin.text.Span;

/// A token and where it stands in the text.
///
/// @param span the characters it covers, UTF-16; a token that is a part of a character has the span
///     of that character, so several tokens may share one span
public record EncodedToken(int id, Span span) {}
