package kelvin.inference;

import kelvin.text.Span;

/// A token and its range in the text.
///
/// @param span the characters it covers, in UTF-16 units; a token that is part of a character has
///     the range of the whole character, so several tokens may share one range
public record EncodedToken(int id, Span span) {}
