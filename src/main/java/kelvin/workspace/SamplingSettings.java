package kelvin.workspace;

import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;

/// The settings for drawing the next token.
///
/// @param preset the preset whose order and tie rules the chain follows
public record SamplingSettings(
    SamplerChain chain, SamplerPreset preset, long seed, DrawMode mode) {}
