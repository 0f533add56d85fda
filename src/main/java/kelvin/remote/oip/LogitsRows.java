package kelvin.remote.oip;

import java.util.ArrayList;
import java.util.List;
import kelvin.remote.http.ServerException;

/// The rows of logits in an answer.
final class LogitsRows {

  private final Tensor tensor;
  private final int count;
  private final float[] row;

  /// @param tensor of shape `(1, rows, width)`
  LogitsRows(Tensor tensor, int width) {
    this.tensor = tensor;
    count = Math.toIntExact(tensor.shape().get(1));
    row = new float[width];
  }

  int count() {
    return count;
  }

  int width() {
    return row.length;
  }

  /// The next call reuses the array.
  float[] row(int index) {
    tensor.read(index * row.length, row);
    return row;
  }

  /// Copies of all rows.
  List<float[]> all() {
    var rows = new ArrayList<float[]>();
    for (int i = 0; i < count; i++) {
      rows.add(row(i).clone());
    }
    return rows;
  }

  /// @throws ServerException if a logit is NaN or +∞; −∞ marks a token that cannot occur
  void refuseNoNumbers(String host) {
    for (int i = 0; i < count; i++) {
      for (float logit : row(i)) {
        if (Float.isNaN(logit) || logit == Float.POSITIVE_INFINITY) {
          throw ServerException.lasting(
              "The server " + host + " sends logits that are no numbers (NaN or infinity).",
              "The model overflows there; serve it in a higher precision.");
        }
      }
    }
  }
}
