package kelvin.ui.lab;

import kelvin.display.InformationUnit;
import kelvin.display.ProbabilityScale;

/// The user's choices of how the numbers of a sweep are shown.
///
/// @param scale wanted for the probabilities
/// @param unit of the effects of examples
public record SweepLook(ProbabilityScale scale, InformationUnit unit) {}
