package kelvin.ui.sampling.chain;

/// One row of a list of tokens.
///
/// @param text of the token, or of the tokens of a sequence, with white space made visible
/// @param value its bias; empty in a list without biases
public record TokenEntry(String text, String value) {}
