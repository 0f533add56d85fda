package kelvin.engine;

import kelvin.distribution.Draw;
import kelvin.distribution.TruncatedDistribution;

/// One generated token with the numbers of its draw.
///
/// @param step 0-based
/// @param probability the model's own probability: τ = 1, before penalties, biases and cuts
/// @param finalProbability the probability that the draw used; 0 for a token chosen by the user
///     that had been removed
/// @param rank 1-based, after penalties and biases
/// @param u the uniform random number that chose the token, or NaN if none was used
/// @param entropy the entropy of the scaled distribution, after penalties and biases, nats; NaN
///     where only the most probable tokens are known
/// @param keptCount the number of tokens that could be drawn
public record GeneratedStep(
    int step,
    int id,
    double probability,
    double finalProbability,
    int rank,
    double u,
    double entropy,
    int keptCount) {

  /// Reads the numbers of a drawn token from the distribution that it was drawn from.
  public static GeneratedStep of(int step, Draw draw, TruncatedDistribution distribution) {
    return new GeneratedStep(
        step,
        draw.tokenId(),
        distribution.ownProbability(draw.rank()),
        distribution.finalProbability(draw.rank()),
        draw.rank(),
        draw.u(),
        distribution.logits().top().isPresent() ? Double.NaN : distribution.scaled().entropy(),
        distribution.keptCount());
  }
}
