package kelvin.remote.scores;

import java.util.Arrays;
import java.util.OptionalInt;
import kelvin.remote.http.ServerException;

/// Collects the log-probabilities of one position by token id, and tells a whole row from a list of
/// the most probable tokens.
final class ScoreRow {

  /// JSON has no −∞, so vLLM writes this in its place.
  private static final float IMPOSSIBLE = -9999f;

  /// No vocabulary is larger.
  private static final int MAX_ID = 1 << 20;

  private float[] values = new float[1 << 10];
  private int count;
  private int largest = -1;

  ScoreRow() {
    Arrays.fill(values, Float.NaN);
  }

  /// Adds a token; a token that comes twice counts once.
  void put(int id, float logProbability) {
    if (id < 0 || id > MAX_ID || Float.isNaN(logProbability) || logProbability > 1e-3f) {
      throw new NumberFormatException("token " + id + " with " + logProbability);
    }
    if (id >= values.length) {
      int old = values.length;
      values = Arrays.copyOf(values, Math.max(2 * old, id + 1));
      Arrays.fill(values, old, values.length, Float.NaN);
    }
    if (Float.isNaN(values[id])) {
      count++;
    }
    largest = Math.max(largest, id);
    values[id] = logProbability <= IMPOSSIBLE ? Float.NEGATIVE_INFINITY : logProbability;
  }

  /// The number of tokens that came.
  int count() {
    return count;
  }

  /// True if every id from 0 to the largest came, and more than a list of the best has.
  boolean isWhole() {
    return count > 1 && count == largest + 1;
  }

  /// The log-probabilities by token id. Since they differ from the logits by one number that is the
  /// same for all tokens, they serve as logits.
  ///
  /// @param width the number of tokens that there must be
  /// @throws ServerException if some are missing
  float[] values(int width, String host) {
    if (!isWhole() || count != width) {
      throw ServerException.lasting(
          "The server %s sends the log-probabilities of %d tokens in place of all %d."
              .formatted(host, count, width),
          "See whether another model was loaded there, and open it again.");
    }
    return Arrays.copyOf(values, width);
  }

  /// The tokens that came, as a list of the most probable.
  TopRow list() {
    var list = new TopRow();
    for (int id = 0; id <= largest; id++) {
      if (!Float.isNaN(values[id])) {
        list.put("token " + id, OptionalInt.of(id), values[id]);
      }
    }
    return list;
  }
}
