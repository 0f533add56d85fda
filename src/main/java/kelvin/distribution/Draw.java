package kelvin.distribution;

/// One token taken from a distribution.
///
/// @param rank 1-based
/// @param u the uniform number that decided, or NaN when none did
/// @param noise the Gumbel noise of the token, or NaN when no noise decided
public record Draw(int rank, int tokenId, double u, double noise) {

  /// A token that no noise decided.
  public Draw(int rank, int tokenId, double u) {
    this(rank, tokenId, u, Double.NaN);
  }

  static Draw at(TruncatedDistribution distribution, int rank, double u, double noise) {
    return new Draw(rank, distribution.scaled().logits().tokenAtRank(rank), u, noise);
  }
}
