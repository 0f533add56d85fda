package kelvin.distribution;

/// A stage that divides all logits by a number. It removes nothing and reorders nothing.
public non-sealed interface TemperatureStage extends SamplerStage {

  /// What the logits are divided by: ≥ 0, where 0 is greedy; may be infinite.
  double temperature(Survivors before);
}
