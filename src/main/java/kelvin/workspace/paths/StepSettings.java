package kelvin.workspace.paths;

import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerChain;

/// The settings with which a token was drawn or taken.
public record StepSettings(SamplerChain chain, DrawMode mode, long seed) {}
