package kelvin.proof;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// Measures the difference between rows of logits, and the allowed difference.
public final class LogitsSpread {

  /// The rounding error of single precision, as a share of the largest logit.
  private static final double ROUNDING = 1e-5;

  private LogitsSpread() {}

  /// The largest |Δ|. Two infinite logits or two NaN at the same place count as equal.
  public static double difference(List<float[]> some, List<float[]> others) {
    return largest(some, others, LogitsSpread::difference);
  }

  private static double largest(
      List<float[]> some, List<float[]> others, ToDoubleBiFunction<float[], float[]> measure) {
    double largest = 0;
    for (int r = 0; r < some.size(); r++) {
      largest = Math.max(largest, measure.applyAsDouble(some.get(r), others.get(r)));
    }
    return largest;
  }

  /// The largest |Δ| of two rows.
  public static double difference(float[] some, float[] others) {
    double largest = 0;
    for (int id = 0; id < some.length; id++) {
      float x = some[id];
      float y = others[id];
      double delta = Float.compare(x, y) == 0 ? 0 : Math.abs((double) x - y);
      largest = Double.isNaN(delta) ? Double.POSITIVE_INFINITY : Math.max(largest, delta);
    }
    return largest;
  }

  /// The root mean square of Δ over a row, the largest of several rows.
  public static double rootMeanSquare(List<float[]> some, List<float[]> others) {
    return largest(some, others, LogitsSpread::rootMeanSquare);
  }

  /// The root mean square of Δ over two rows. Two infinite logits or two NaN at the same place
  /// count as equal.
  public static double rootMeanSquare(float[] some, float[] others) {
    double sum = 0;
    for (int id = 0; id < some.length; id++) {
      float x = some[id];
      float y = others[id];
      double delta = Float.compare(x, y) == 0 ? 0 : (double) x - y;
      sum += Double.isNaN(delta) ? Double.POSITIVE_INFINITY : delta * delta;
    }
    return Math.sqrt(sum / Math.max(1, some.length));
  }

  /// The largest difference that counts as equal: a share of the standard deviation, so that
  /// models with flat logits are tested to the same standard.
  public static double allowance(float[] row, double share) {
    double sum = 0;
    double squares = 0;
    double largest = 0;
    int count = 0;
    for (float logit : row) {
      if (Float.isFinite(logit)) {
        sum += logit;
        squares += (double) logit * logit;
        largest = Math.max(largest, Math.abs(logit));
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    double deviation = count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
    return share * deviation + ROUNDING * largest;
  }

  /// Returns whether a row contains neither NaN nor +∞; −∞ marks a token that cannot occur.
  public static boolean isValid(float[] row) {
    for (float logit : row) {
      if (Float.isNaN(logit) || logit == Float.POSITIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }
}
