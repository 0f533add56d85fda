package kelvin.engine.inside;

import java.util.Arrays;

/// The eigenvalues and eigenvectors of a symmetric matrix, by rotations that each make one number
/// beside the diagonal zero (the cyclic Jacobi method).
///
/// It needs no more than square roots, so its results are the same on every machine. The time grows
/// with the cube of the size; a matrix of a few hundred rows takes well under a second.
///
/// See Golub and Van Loan, Matrix Computations, section 8.5.
final class SymmetricEigen {

  /// Convergence is quadratic: about eight sweeps are enough for any size in use.
  private static final int MAX_SWEEPS = 60;

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /// @param matrix symmetric; only its upper half is read
  static SymmetricEigen of(double[][] matrix) {
    int n = matrix.length;
    var a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        a[i][j] = matrix[i][j];
        a[j][i] = matrix[i][j];
      }
    }
    // The rows of `rotated` are the columns of the product of all rotations.
    var rotated = new double[n][n];
    for (int i = 0; i < n; i++) {
      rotated[i][i] = 1;
    }
    for (int sweep = 0; sweep < MAX_SWEEPS && hasRest(a); sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, rotated, p, q);
        }
      }
    }
    return sorted(a, rotated);
  }

  /// True while a number beside the diagonal is more than rounding.
  private static boolean hasRest(double[][] a) {
    double size = 0;
    double rest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        double square = a[i][j] * a[i][j];
        size += square;
        rest += i == j ? 0 : square;
      }
    }
    return rest > 1e-30 * size;
  }

  private static void rotate(double[][] a, double[][] rotated, int p, int q) {
    double beside = a[p][q];
    if (beside == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * beside);
    double tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    turn(a[p], a[q], cosine, sine);
    for (var row : a) {
      double left = row[p];
      double right = row[q];
      row[p] = cosine * left - sine * right;
      row[q] = sine * left + cosine * right;
    }
    a[p][q] = 0;
    a[q][p] = 0;
    turn(rotated[p], rotated[q], cosine, sine);
  }

  private static void turn(double[] first, double[] second, double cosine, double sine) {
    for (int i = 0; i < first.length; i++) {
      double left = first[i];
      double right = second[i];
      first[i] = cosine * left - sine * right;
      second[i] = sine * left + cosine * right;
    }
  }

  private static SymmetricEigen sorted(double[][] a, double[][] rotated) {
    int n = a.length;
    var order = new Integer[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    Arrays.sort(order, (i, j) -> Double.compare(a[j][j], a[i][i]));
    var values = new double[n];
    var vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = a[order[i]][order[i]];
      vectors[i] = rotated[order[i]];
    }
    return new SymmetricEigen(values, vectors);
  }

  /// The number of eigenvalues.
  int size() {
    return values.length;
  }

  /// An eigenvalue; 0 is the index of the largest.
  double value(int index) {
    return values[index];
  }

  /// The eigenvector of an eigenvalue, of length 1.
  double[] vector(int index) {
    return vectors[index].clone();
  }
}
