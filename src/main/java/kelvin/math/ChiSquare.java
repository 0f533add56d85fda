package kelvin.math;

/// Computes tail probabilities of the chi-square distribution, to compare a histogram with
/// expected counts.
///
/// The survival function is the regularised upper incomplete gamma function Q(k/2, x/2). Below
/// k/2 + 1 it is computed with the series of P, above with Legendre's continued fraction,
/// evaluated by Lentz's method (NIST Digital Library of Mathematical Functions 8.11.4 and 8.9.2;
/// Press et al., "Numerical Recipes", section 6.2). ln Γ uses Stirling's series (DLMF 5.11.1)
/// after the argument is shifted above 10.
public final class ChiSquare {

  private static final double PRECISION = 1e-15;
  private static final double TINY = 1e-300;
  private static final int MAX_TERMS = 100_000;

  private ChiSquare() {}

  /// The probability that a chi-square variable exceeds `x`: the p-value.
  ///
  /// @param degrees the degrees of freedom, at least 1
  /// @param x at least 0
  public static double survival(double x, int degrees) {
    if (degrees < 1 || !(x >= 0)) {
      throw new IllegalArgumentException(
          "needs x >= 0 and at least 1 degree of freedom, was " + x + " with " + degrees);
    }
    double a = degrees / 2.0;
    double half = x / 2;
    if (half == 0) {
      return 1;
    }
    if (half == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double front = StrictMath.exp(a * StrictMath.log(half) - half - logGamma(a));
    return half < a + 1 ? 1 - front * series(a, half) : front * fraction(a, half);
  }

  /// Σ xⁿ / (a (a+1) … (a+n)).
  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MAX_TERMS && term > PRECISION * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /// 1/(x+1−a− 1·(1−a)/(x+3−a− 2·(2−a)/(x+5−a− …))).
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double value = d;
    for (int n = 1; n < MAX_TERMS; n++) {
      double numerator = -n * (n - a);
      b += 2;
      d = 1 / awayFromZero(numerator * d + b);
      c = awayFromZero(b + numerator / c);
      double factor = c * d;
      value *= factor;
      if (Math.abs(factor - 1) < PRECISION) {
        break;
      }
    }
    return value;
  }

  private static double awayFromZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /// ln Γ(a) for a > 0.
  static double logGamma(double a) {
    double shift = 0;
    double z = a;
    while (z < 10) {
      shift += StrictMath.log(z);
      z++;
    }
    double inverse = 1 / z;
    double square = inverse * inverse;
    double series =
        inverse
            * (1 / 12.0
                - square
                    * (1 / 360.0
                        - square * (1 / 1260.0 - square * (1 / 1680.0 - square * (1 / 1188.0)))));
    return (z - 0.5) * StrictMath.log(z) - z + 0.5 * StrictMath.log(2 * Math.PI) + series - shift;
  }
}
