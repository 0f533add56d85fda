package kelvin.workspace;

import kelvin.engine.GeneratedStep;

/// A token that was added to the context.
///
/// @param draw the numbers it was drawn by
/// @param text for people, where no model is there to tell it
/// @param forced whether the user chose it
public record GeneratedToken(GeneratedStep draw, String text, boolean forced) {}
