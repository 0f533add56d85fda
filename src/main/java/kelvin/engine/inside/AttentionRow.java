package kelvin.engine.inside;

import java.util.List;

/// The weights by which one position attends to the tokens from the first to itself.
///
/// @param weights one for each token
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AttentionRow(double[] weights) {

  /// The mean of rows of one length, at least one.
  public static AttentionRow mean(List<AttentionRow> rows) {
    var mean = new double[rows.getFirst().weights.length];
    for (var row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row.weights[i] / rows.size();
      }
    }
    return new AttentionRow(mean);
  }

  public double sum() {
    return sum(0, weights.length);
  }

  /// The weight of several tokens together.
  ///
  /// @param to exclusive
  public double sum(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += weights[i];
    }
    return sum;
  }

  /// The weight of the first token. Many heads put most of their weight there when they look for
  /// nothing.
  public double startShare() {
    return weights[0];
  }

  /// The position with the greatest weight after the first token; 0 if there is none.
  public int mostAfterStart() {
    int most = Math.min(1, weights.length - 1);
    for (int i = most + 1; i < weights.length; i++) {
      most = weights[i] > weights[most] ? i : most;
    }
    return most;
  }

  /// The same row without the first token, which then has no weight; the others sum to 1. All are
  /// 0 if the others have no weight, as in a text of one token.
  public AttentionRow withoutStart() {
    double rest = sum(1, weights.length);
    var others = new double[weights.length];
    for (int i = 1; i < others.length && rest > 0; i++) {
      others[i] = weights[i] / rest;
    }
    return new AttentionRow(others);
  }
}
