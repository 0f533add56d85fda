package kelvin.ui.sampling.chain;

/// A token that can be picked.
///
/// @param text white space visible
public record TokenChoice(int id, String text) {}
