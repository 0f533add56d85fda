package kelvin.engine.pair;

import kelvin.distribution.Divergence;

/// The predictions of two models for one token, after the same tokens before it.
///
/// The distributions are each model's own, before penalties and at temperature 1. Only the draws
/// have a sampling.
///
/// @param position of the token, 0-based
/// @param divergence from the first model to the other, over the tokens that both have
/// @param rankOfOtherTop the rank that the first model gives to the other's most probable token,
///     1-based
/// @param logProbability ln p of the token for the first model, nats
/// @param againstLogProbability ln p of the token for the other model, nats
/// @param draws what both would draw here
public record PairedToken(
    int position,
    int id,
    Divergence divergence,
    int rankOfOtherTop,
    double logProbability,
    double againstLogProbability,
    PairedDraw draws) {

  /// True if both models find the same token the most probable one.
  public boolean topAgrees() {
    return rankOfOtherTop == 1;
  }
}
