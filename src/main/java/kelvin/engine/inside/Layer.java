package kelvin.engine.inside;

import kelvin.distribution.Distribution;

/// The choice that a model would make after one of its layers.
///
/// @param distribution the softmax at τ = 1
/// @param klToLast KL(this layer ‖ the last one) in nats; 0 for the last one
public record Layer(Distribution distribution, double klToLast) {

  /// The most probable token.
  public int choice() {
    return distribution.logits().tokenAtRank(1);
  }
}
