package kelvin.distribution;

import java.util.Optional;

/// A stage that removes tokens. It sees the renormalised survivors of the stages before.
public non-sealed interface TruncationStage extends SamplerStage {

  /// What survives: at least one token. The most probable one may be removed only where
  /// `mayRemoveFirst` says so; all others keep it whatever their settings.
  Survivors keep(Survivors before, StepContext step);

  /// The condition that a token among `before` does not meet and by how much; none when it meets
  /// the condition. A token may survive without meeting it, because something has to.
  Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step);

  /// Whether the most probable token may be removed.
  default boolean mayRemoveFirst() {
    return false;
  }

  /// What survives where neither chance nor earlier steps matter.
  default Survivors keep(Survivors before) {
    return keep(before, StepContext.START);
  }
}
