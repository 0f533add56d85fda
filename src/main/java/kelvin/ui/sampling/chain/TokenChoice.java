package kelvin.ui.sampling.chain;

/// A token that the user can choose.
///
/// @param text with white space made visible
public record TokenChoice(int id, String text) {}
