package kelvin.distribution;

/// Divides all logits by one number. Removes nothing and reorders nothing.
public non-sealed interface TemperatureStage extends SamplerStage {

  /// The divisor of the logits: ≥ 0, where 0 is greedy; may be infinite.
  double temperature(Survivors before);
}
