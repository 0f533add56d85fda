package kelvin.engine;

import kelvin.distribution.Draw;
import kelvin.distribution.TruncatedDistribution;

/// One token that was added to the context, and the numbers it was drawn by.
///
/// @param step 0-based
/// @param probability the model's own: τ = 1, nothing removed
/// @param finalProbability what the draw used; 0 for a forced token that had been removed
/// @param rank 1-based
/// @param u the uniform number that decided, or NaN when none did
/// @param entropy of the scaled distribution, nats
/// @param keptCount how many tokens could have been drawn
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
        distribution.unscaled().probability(draw.rank()),
        distribution.finalProbability(draw.rank()),
        draw.rank(),
        draw.u(),
        distribution.scaled().entropy(),
        distribution.keptCount());
  }
}
