package kelvin.experiment.tuning;

import java.util.function.UnaryOperator;

/// Solves linear equations whose matrix is positive definite and known by its products only
/// (M. R. Hestenes and E. Stiefel, “Methods of Conjugate Gradients for Solving Linear Systems”,
/// 1952).
final class ConjugateGradients {

  /// A Newton's step needs no more: the next one corrects it. Near the optimum each step then
  /// shortens the gradient a thousand times.
  private static final double ACCURACY = 1e-3;

  private ConjugateGradients() {}

  /// Solves `matrix` · x = `right`, until what is left of the right side is a thousandth of it.
  static double[] solved(UnaryOperator<double[]> matrix, double[] right) {
    var x = new double[right.length];
    var rest = right.clone();
    var direction = right.clone();
    double square = product(rest, rest);
    double enough = ACCURACY * ACCURACY * square;
    for (int step = 0; step < 2 * right.length && square > enough; step++) {
      var turned = matrix.apply(direction);
      double length = square / product(direction, turned);
      if (!Double.isFinite(length)) {
        return x;
      }
      for (int i = 0; i < x.length; i++) {
        x[i] += length * direction[i];
        rest[i] -= length * turned[i];
      }
      double next = product(rest, rest);
      for (int i = 0; i < x.length; i++) {
        direction[i] = rest[i] + next / square * direction[i];
      }
      square = next;
    }
    return x;
  }

  private static double product(double[] some, double[] others) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += some[i] * others[i];
    }
    return sum;
  }
}
