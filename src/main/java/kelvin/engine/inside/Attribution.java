package kelvin.engine.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import kelvin.distribution.TokenScore;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LoadedModel;
import kelvin.inference.inner.TokenGradient;

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
      var local = of(runs.run(ids, id, cancellation), ids, id, played);
      if (!measures || ids.length == 1) {
        return local;
      }
      var effects = new ArrayList<OptionalDouble>();
      for (int t = 0; t < ids.length; t++) {
        var left = Features.played(loaded, without(ids, t), cancellation);
        effects.add(OptionalDouble.of(local.logProbability() - logProbability(left, id)));
      }
      return local.withEffects(effects);
    }
  }

  /// The attribution without measured effects.
  ///
  /// @param found what a copy with gradients gave
  /// @param played the logits of the graph that plays
  public static Attribution of(TokenGradient found, int[] ids, int id, float[] played) {
    var shares = new ArrayList<Share>();
    int width = found.gradients().length / ids.length;
    for (int t = 0; t < ids.length; t++) {
      double square = 0;
      double product = 0;
      for (int i = t * width; i < (t + 1) * width; i++) {
        square += (double) found.gradients()[i] * found.gradients()[i];
        product += (double) found.gradients()[i] * found.vectors()[i];
      }
      shares.add(new Share(t, ids[t], Math.sqrt(square), product, OptionalDouble.empty()));
    }
    return new Attribution(
        id, logProbability(played, id), shares, Features.difference(played, found.logits()));
  }

  /// The same with the effects that were measured.
  ///
  /// @param effects one for each token; empty for those that are not measured yet
  public Attribution withEffects(List<OptionalDouble> effects) {
    return new Attribution(
        id,
        logProbability,
        tokens.stream()
            .map(
                share ->
                    new Share(
                        share.position(),
                        share.id(),
                        share.gradientNorm(),
                        share.gradientDotEmbedding(),
                        effects.get(share.position())))
            .toList(),
        logitsDifference);
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

  static double logProbability(float[] row, int id) {
    return TokenScore.of(row, id).logProbability();
  }

  static int[] without(int[] ids, int place) {
    var left = new int[ids.length - 1];
    System.arraycopy(ids, 0, left, 0, place);
    System.arraycopy(ids, place + 1, left, place, left.length - place);
    return left;
  }
}
