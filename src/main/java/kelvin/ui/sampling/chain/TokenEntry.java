package kelvin.ui.sampling.chain;

/// One row of a list of tokens.
///
/// @param text the token, or the tokens of a sequence, white space visible
/// @param value its bias, or empty in a list without
public record TokenEntry(String text, String value) {}
