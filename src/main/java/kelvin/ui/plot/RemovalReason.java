package kelvin.ui.plot;

import java.util.Optional;
import kelvin.distribution.TruncatedDistribution;

/// Why a token cannot be drawn, as a sentence: the stage and by how much the token fell short.
public final class RemovalReason {

  private RemovalReason() {}

  /// Such as “min-p: needs at least 1.3 %, has 0.9 %.”; nothing for a token that was kept.
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
