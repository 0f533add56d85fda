package kelvin.workspace;

import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;

/// A token that was added to the context.
///
/// @param draw the numbers it was drawn by
/// @param text for people, where no model is there to tell it
/// @param position in the context, 0-based
/// @param own how the model itself judged it there
/// @param forced whether the user chose it
public record GeneratedToken(
    GeneratedStep draw, String text, int position, TokenScore own, boolean forced) {}
