package kelvin.ui.plot;

import java.util.Optional;
import kelvin.distribution.TruncatedDistribution;

/// Explains in a sentence why a token cannot be drawn: the stage, and by how much the token missed
/// its bound.
public final class RemovalReason {

  private RemovalReason() {}

  /// For example “min-p: probability 0.9 %, below the minimum of 1.3 %.”; empty for a token that
  /// was kept.
  public static Optional<String> of(TruncatedDistribution distribution, int rank) {
    return distribution
        .removedBy(rank)
        .map(
            stage ->
                stage.name()
                    + distribution
                        .shortfall(rank)
                        .map(shortfall -> ": " + shortfall.sentence() + ".")
                        .orElse(" forbids it."));
  }
}
