package kelvin.experiment.calibration;

import java.util.Optional;

/// Newton's method for a strictly convex loss.
final class Newton {

  /// Far below what certifies an optimum, so that rounding cannot undo it.
  private static final double ENOUGH = 1e-12;

  private static final int MAX_STEPS = 500;

  /// A step is halved until the loss falls by this share of what the gradient promises.
  private static final double PROMISED = 1e-4;

  private static final double SHORTEST = 0x1p-40;

  private Newton() {}

  /// The point with the smallest loss.
  static double[] minimum(CorrectionLoss loss) {
    var point = loss.start();
    for (int step = 0; step < MAX_STEPS; step++) {
      var shape = loss.at(point);
      if (length(shape.gradient()) < ENOUGH) {
        return point;
      }
      var next = next(loss, point, shape);
      if (next.isEmpty()) {
        return point;
      }
      point = next.get();
    }
    return point;
  }

  /// A better point; none where rounding leaves nothing to gain.
  private static Optional<double[]> next(
      CorrectionLoss loss, double[] point, CorrectionLoss.Shape shape) {
    var direction = solved(shape.curvature(), shape.gradient());
    double slope = 0;
    for (int i = 0; i < point.length; i++) {
      slope += direction[i] * shape.gradient()[i];
    }
    for (double length = 1; length > SHORTEST; length /= 2) {
      var next = point.clone();
      for (int i = 0; i < point.length; i++) {
        next[i] -= length * direction[i];
      }
      var there = loss.at(next);
      // Near the optimum the loss itself no longer changes in floating point; the gradient does.
      boolean falls = there.value() < shape.value() - PROMISED * length * slope;
      boolean flattens = length(there.gradient()) < length(shape.gradient()) / 2;
      if (falls || flattens) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  static double length(double[] vector) {
    double sum = 0;
    for (double part : vector) {
      sum += part * part;
    }
    return StrictMath.sqrt(sum);
  }

  /// Solves `matrix` · x = `right` by Cholesky's factors. The matrix is positive definite.
  private static double[] solved(double[][] matrix, double[] right) {
    int n = right.length;
    var lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] =
            i == j ? StrictMath.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / lower[j][j];
      }
    }
    var x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }
}
