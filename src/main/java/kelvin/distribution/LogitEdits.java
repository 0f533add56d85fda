package kelvin.distribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Collects the changes that transforms make to single logits. The model's own logits stay
/// unchanged.
///
/// Ignores ids that the vocabulary does not have, because a history may come from another model.
/// Not thread-safe.
public final class LogitEdits {

  private final Logits model;
  private final Map<Integer, Double> edited = new HashMap<>();

  LogitEdits(Logits model) {
    this.model = model;
  }

  public double get(int tokenId) {
    var value = edited.get(tokenId);
    return value == null ? model.ofToken(tokenId) : value;
  }

  /// @throws InvalidLogitsException when the logit would become NaN or +∞
  public void set(int tokenId, double logit) {
    if (!has(tokenId)) {
      return;
    }
    if (!(logit < Double.POSITIVE_INFINITY)) {
      throw new InvalidLogitsException(
          "the logit of token "
              + tokenId
              + " would become "
              + (Double.isNaN(logit) ? "NaN" : "+∞"));
    }
    edited.put(tokenId, logit);
  }

  public void add(int tokenId, double change) {
    if (has(tokenId)) {
      set(tokenId, get(tokenId) + change);
    }
  }

  public boolean has(int tokenId) {
    return tokenId >= 0 && tokenId < model.count();
  }

  /// The edits so far, by token id.
  Map<Integer, Double> snapshot() {
    return Map.copyOf(edited);
  }

  /// Applies edits to the model's logits. If they forbid every token, the model's most probable
  /// token keeps its logit, so that a token can still be drawn.
  static Logits applied(Logits model, Map<Integer, Double> edits) {
    var ids = edits.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    var values = new double[ids.length];
    for (int i = 0; i < ids.length; i++) {
      values[i] = edits.getOrDefault(ids[i], 0.0);
    }
    if (forbidsAll(model, edits)) {
      values[Arrays.binarySearch(ids, model.tokenAtRank(1))] = model.atRank(1);
    }
    return model.with(ids, values);
  }

  /// Returns whether no token would be possible with these edits.
  static boolean forbidsAll(Logits model, Map<Integer, Double> edits) {
    for (int rank = 1; rank <= model.finiteCount(); rank++) {
      if (edits.getOrDefault(model.tokenAtRank(rank), 0.0) > Double.NEGATIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }
}
