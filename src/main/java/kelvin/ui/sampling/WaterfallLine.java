package kelvin.ui.sampling;

/// What one stage did, as text.
///
/// @param stage its name
/// @param kept how many tokens it left
/// @param removed the mass that it removed of what it saw, percent
public record WaterfallLine(String stage, String kept, String removed) {}
