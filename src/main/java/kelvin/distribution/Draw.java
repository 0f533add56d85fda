package kelvin.distribution;

/// A token drawn from a distribution.
///
/// @param rank 1-based
/// @param u the uniform random number that chose the token, or NaN if none was used
/// @param noise the Gumbel noise of the token, or NaN if none was used
public record Draw(int rank, int tokenId, double u, double noise) {

  /// A draw without Gumbel noise.
  public Draw(int rank, int tokenId, double u) {
    this(rank, tokenId, u, Double.NaN);
  }

  static Draw at(TruncatedDistribution distribution, int rank, double u, double noise) {
    return new Draw(rank, distribution.scaled().logits().tokenAtRank(rank), u, noise);
  }
}
