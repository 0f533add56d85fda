package kelvin.ui.generation;

import kelvin.engine.GeneratedStep;
import kelvin.ui.control.Shading.TokenNumbers;

/// A generated token as the strip shows it.
///
/// @param visibleText for people
/// @param numbers of the model's own distribution; the entropy is of the one it was drawn from
/// @param description the numbers of the draw in words
/// @param draw the numbers of the draw
/// @param forced whether the user chose the token
public record Step(
    int tokenId,
    String visibleText,
    TokenNumbers numbers,
    String description,
    GeneratedStep draw,
    boolean forced) {}
