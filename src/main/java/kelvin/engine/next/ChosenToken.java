package kelvin.engine.next;

import kelvin.distribution.TokenScore;
import kelvin.engine.GeneratedStep;

/// A token that was drawn or forced.
///
/// @param draw the numbers of the draw, of the edited logits
/// @param score the token under the model's own logits, before any edit
/// @param position of the token in the context, 0-based
/// @param forced whether the user chose it
public record ChosenToken(GeneratedStep draw, TokenScore score, int position, boolean forced) {}
