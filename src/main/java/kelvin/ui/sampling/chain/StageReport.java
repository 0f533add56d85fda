package kelvin.ui.sampling.chain;

import kelvin.distribution.StageKind;
import kelvin.ui.plot.StageCurve;

/// What one stage did to the distribution on show: a line of the waterfall.
///
/// @param line tokens before and after, mass removed, entropy before and after, as text
/// @param remark what has to be said besides, or empty
/// @param changes whether it did anything
/// @param curve what it saw and left
public record StageReport(
    StageKind kind, String line, String remark, boolean changes, StageCurve curve) {}
