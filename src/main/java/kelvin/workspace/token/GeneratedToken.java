package kelvin.workspace.token;

import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;

/// A token that was added to the context.
///
/// @param draw the numbers of the draw
/// @param text for display when no model is open
/// @param position in the context, 0-based
/// @param own the model's own score of the token at its position
/// @param forced whether the user chose it
public record GeneratedToken(
    GeneratedStep draw, String text, int position, TokenScore own, boolean forced) {}
