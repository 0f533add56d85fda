package kelvin.engine;

import kelvin.distribution.Draw;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TruncatedDistribution;

/// One generated token with the numbers of its draw.
///
/// @param step 0-based
/// @param probability the model's own probability: τ = 1, before penalties, biases and cuts; NaN
///     for a token that the server of the model did not list
/// @param finalProbability the probability that the draw used; 0 for a token chosen by the user
///     that had been removed; NaN where the draw is not known
/// @param rank 1-based, after penalties and biases
/// @param u the uniform random number that chose the token, or NaN if none was used
/// @param entropy the entropy of the scaled distribution, after penalties and biases, nats; NaN
///     where only the most probable tokens are known
/// @param keptCount the number of tokens that could be drawn; 0 where the draw is not known
public record GeneratedStep(
    int step,
    int id,
    double probability,
    double finalProbability,
    int rank,
    double u,
    double entropy,
    int keptCount) {

  /// False for a token that the user took where the server of the model does not tell enough for a
  /// draw.
  public boolean isDrawKnown() {
    return keptCount > 0;
  }

  /// Reads the numbers of a drawn token from the distribution that it was drawn from.
  public static GeneratedStep of(int step, Draw draw, TruncatedDistribution distribution) {
    var bounds = TopBounds.of(distribution);
    int rank = draw.rank();
    boolean listed = bounds.map(known -> known.isKnown(rank)).orElse(true);
    boolean drawKnown = bounds.map(TopBounds::isDrawKnown).orElse(true);
    return new GeneratedStep(
        step,
        draw.tokenId(),
        listed ? distribution.ownProbability(rank) : Double.NaN,
        drawKnown ? distribution.finalProbability(rank) : Double.NaN,
        rank,
        draw.u(),
        bounds.isPresent() ? Double.NaN : distribution.scaled().entropy(),
        drawKnown ? distribution.keptCount() : 0);
  }
}
