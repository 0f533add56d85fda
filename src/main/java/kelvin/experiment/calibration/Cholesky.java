package kelvin.experiment.calibration;

/// Solves linear equations by Cholesky's factors.
final class Cholesky {

  private Cholesky() {}

  /// Solves `matrix` · x = `right` by Cholesky's factors. The matrix is positive definite.
  static double[] solved(double[][] matrix, double[] right) {
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
