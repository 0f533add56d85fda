package kelvin.ui.control;

import java.util.function.IntFunction;
import kelvin.distribution.Distribution;
import kelvin.distribution.Divergence;
import kelvin.distribution.ProbabilityShift;

/// How the live distribution differs from the pinned one; immutable.
///
/// @param pinned what was pinned
/// @param live the distribution at its temperature, before any cut
/// @param divergence from the pinned (p) to the live one (q)
/// @param shifts the tokens that changed most
/// @param tokenText what to write for a token id
public record DifferencePicture(
    Ghost pinned,
    Distribution live,
    Divergence divergence,
    ProbabilityShift.Largest shifts,
    IntFunction<String> tokenText) {}
