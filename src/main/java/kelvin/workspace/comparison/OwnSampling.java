package kelvin.workspace.comparison;

import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;

/// The sampling of a side that is not the playground's.
///
/// @param preset the preset whose order and tie rules the chain follows
public record OwnSampling(SamplerChain chain, SamplerPreset preset) {}
