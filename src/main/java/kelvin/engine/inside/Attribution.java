package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import kelvin.distribution.TokenScore;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;

/// The tokens of a prompt that drive a prediction: the gradient of ln p(token) with respect to the
/// vector of each, and the effect that leaving it out was measured to have.
///
/// @param id the predicted token
/// @param logProbability its log-probability at temperature 1, in nats
/// @param logitsDifference the largest |Δlogit| between the graph with gradients and the one that
///     plays; 0 if they are the same
public record Attribution(
    int id, double logProbability, List<Share> tokens, double logitsDifference) {

  /// The part of one token of the prompt.
  ///
  /// @param gradientNorm the Euclidean length of the gradient
  /// @param gradientDotEmbedding the product of the gradient and the token's vector
  /// @param measuredEffect ln p(token) with this token less that without it; empty if it was not
  ///     measured
  public record Share(
      int position,
      int id,
      double gradientNorm,
      double gradientDotEmbedding,
      OptionalDouble measuredEffect) {

    /// Returns whether gradient and measurement have different signs.
    public boolean disagrees() {
      return measuredEffect.isPresent() && measuredEffect.getAsDouble() * gradientDotEmbedding < 0;
    }
  }

  public Attribution {
    tokens = List.copyOf(tokens);
  }

  /// @param token the predicted token; the most probable one if it is empty
  /// @param measures whether the model runs once more for each token of the prompt, without it
  /// @throws InferenceException if the model gives no gradients; the message says
  ///     why
  public static Attribution of(
      LoadedModel loaded,
      List<Integer> tokenIds,
      OptionalInt token,
      boolean measures,
      Cancellation cancellation) {
    int[] ids = tokenIds.stream().mapToInt(Integer::intValue).toArray();
    var inside = Features.insideOf(loaded);
    var played = Features.played(loaded, ids, cancellation);
    int id = token.orElseGet(() -> largest(played));
    if (id < 0 || id >= played.length) {
      throw new InferenceException(
          "There is no token " + id + ": the ids go from 0 to " + (played.length - 1) + ".");
    }
    try (var runs = inside.openGradients()) {
      var found = runs.run(ids, id, cancellation);
      double logProbability = logProbability(played, id);
      var shares = new ArrayList<Share>();
      int width = found.gradients().length / ids.length;
      for (int t = 0; t < ids.length; t++) {
        double square = 0;
        double product = 0;
        for (int i = t * width; i < (t + 1) * width; i++) {
          square += (double) found.gradients()[i] * found.gradients()[i];
          product += (double) found.gradients()[i] * found.vectors()[i];
        }
        var effect =
            measures && ids.length > 1
                ? OptionalDouble.of(
                    logProbability
                        - logProbability(
                            Features.played(loaded, without(ids, t), cancellation), id))
                : OptionalDouble.empty();
        shares.add(new Share(t, ids[t], Math.sqrt(square), product, effect));
      }
      return new Attribution(
          id, logProbability, shares, Features.difference(played, found.logits()));
    }
  }

  private static int largest(float[] row) {
    int best = 0;
    for (int id = 1; id < row.length; id++) {
      if (row[id] > row[best]) {
        best = id;
      }
    }
    return best;
  }

  private static double logProbability(float[] row, int id) {
    return TokenScore.of(row, id).logProbability();
  }

  private static int[] without(int[] ids, int place) {
    var left = new int[ids.length - 1];
    System.arraycopy(ids, 0, left, 0, place);
    System.arraycopy(ids, place + 1, left, place, left.length - place);
    return left;
  }
}
