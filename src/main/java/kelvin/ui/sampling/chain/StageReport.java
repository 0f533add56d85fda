package kelvin.ui.sampling.chain;

import kelvin.distribution.StageKind;
import kelvin.ui.plot.StageCurve;

/// The effect of one stage on the visible distribution: a line of the waterfall.
///
/// @param line tokens before and after, removed mass, entropy before and after, as text
/// @param remark a further remark, or empty
/// @param changes whether the stage had an effect
/// @param curve the probabilities before and after
public record StageReport(
    StageKind kind, String line, String remark, boolean changes, StageCurve curve) {}
