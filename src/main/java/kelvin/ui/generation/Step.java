package kelvin.ui.generation;

import kelvin.ui.control.TokenNumbers;

/// A generated token as the strip shows it.
///
/// @param visibleText for people
/// @param numbers of the model's own distribution, as those of the prompt's tokens
/// @param description all numbers, those of the draw too, in words
public record Step(int tokenId, String visibleText, TokenNumbers numbers, String description) {}
