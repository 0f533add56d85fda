package kelvin.ui.sampling;

/// A token that can be picked.
///
/// @param text white space visible
record TokenChoice(int id, String text) {}
