package kelvin.distribution;

/// One token taken from a distribution.
///
/// @param rank 1-based
/// @param u the uniform number that decided, or NaN when none did
public record Draw(int rank, int tokenId, double u) {

  static Draw at(TruncatedDistribution distribution, int rank, double u) {
    return new Draw(rank, distribution.scaled().logits().tokenAtRank(rank), u);
  }
}
