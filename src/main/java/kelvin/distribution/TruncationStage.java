package kelvin.distribution;

import java.util.Optional;

/// Removes tokens. Its input is the survivors of the stages before it, renormalised.
public non-sealed interface TruncationStage extends SamplerStage {

  /// Returns the survivors, at least one token. `Typical` and `Xtc` may remove the most probable
  /// token; all other stages keep it.
  Survivors keep(Survivors before, StepContext step);

  /// The condition that a token among `before` does not meet, and its own value; empty if it
  /// meets the condition. A token may survive without meeting it, because at least one has to.
  Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step);

  /// Returns the survivors of a stage that needs neither random numbers nor earlier steps.
  default Survivors keep(Survivors before) {
    return keep(before, StepContext.START);
  }
}
