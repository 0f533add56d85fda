package kelvin.math;

import java.math.BigDecimal;
import java.math.MathContext;

/// Computes the natural logarithm for passes over whole vocabularies. `Exponential` explains why
/// and names the source.
///
/// x = 2^k · z, and c is the middle of the part of [1, 2), cut into 128 parts, that contains z.
/// Then ln x = k · ln 2 + ln c + ln(1 + r) with r = (z − c)/c and |r| ≤ 1/256. ln c comes from a
/// table, ln(1 + r) from seven terms of its series.
public final class Logarithm {

  private static final int BITS = 7;
  private static final int PARTS = 1 << BITS;
  private static final int MANTISSA_BITS = 52;
  private static final long ONE = Double.doubleToRawLongBits(1);

  /// ln 2 in two parts; the first has so few bits that its product with k is exact.
  private static final double LN_2 = 0x1.62e42fefa38p-1;

  private static final double LN_2_REST = 0x1.ef35793c7673p-45;

  /// For each part: 1/c, then ln c.
  private static final double[] MIDDLES = new double[2 * PARTS];

  static {
    var digits = new MathContext(30);
    for (int i = 0; i < PARTS; i++) {
      double middle = middle(i);
      MIDDLES[2 * i] = 1 / middle;
      MIDDLES[2 * i + 1] = ln(new BigDecimal(middle), digits).doubleValue();
    }
  }

  private Logarithm() {}

  /// 2 artanh((x − 1)/(x + 1)) as a series.
  private static BigDecimal ln(BigDecimal x, MathContext digits) {
    var part = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), digits);
    var square = part.multiply(part, digits);
    var sum = BigDecimal.ZERO;
    for (int odd = 1; odd < 80; odd += 2) {
      sum = sum.add(part.divide(BigDecimal.valueOf(odd), digits));
      part = part.multiply(square, digits);
    }
    return sum.add(sum);
  }

  private static double middle(int part) {
    return 1 + (part + 0.5) / PARTS;
  }

  /// ln x, with an error of at most 2^−52 times the larger of ln x and 1; −∞ for 0, NaN for
  /// negative numbers.
  public static double of(double x) {
    if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
      return StrictMath.log(x);
    }
    long bits = Double.doubleToRawLongBits(x) - ONE;
    long k = bits >> MANTISSA_BITS;
    double z = Double.longBitsToDouble(bits - (k << MANTISSA_BITS) + ONE);
    int part = (int) (bits >> (MANTISSA_BITS - BITS)) & (PARTS - 1);
    double r = (z - middle(part)) * MIDDLES[2 * part];
    double square = r * r;
    double series =
        square
            * (-1.0 / 2
                + r * (1.0 / 3)
                + square * (-1.0 / 4 + r * (1.0 / 5) + square * (-1.0 / 6 + r * (1.0 / 7))));
    return k * LN_2 + (MIDDLES[2 * part + 1] + (r + (series + k * LN_2_REST)));
  }
}
