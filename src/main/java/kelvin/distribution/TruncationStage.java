package kelvin.distribution;

import java.util.Optional;

/// Removes tokens. Its input is the survivors of the stages before it, renormalised.
public non-sealed interface TruncationStage extends SamplerStage {

  /// Returns the survivors, at least one token. Only a stage that says `mayRemoveFirst` may remove
  /// the most probable token.
  Survivors keep(Survivors before, StepContext step);

  /// The condition that a token among `before` does not meet, and its own value; empty if it
  /// meets the condition. A token may survive without meeting it, because at least one has to.
  Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step);

  /// Returns whether the most probable token may be removed.
  default boolean mayRemoveFirst() {
    return false;
  }

  /// Returns the survivors of a stage that needs neither random numbers nor earlier steps.
  default Survivors keep(Survivors before) {
    return keep(before, StepContext.START);
  }
}
