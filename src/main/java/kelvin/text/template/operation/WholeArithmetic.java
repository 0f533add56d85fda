package kelvin.text.template.operation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import kelvin.text.template.value.ValueLimits;

/// Computes with whole numbers of any size.
final class WholeArithmetic {

  /// More digits than a double has, so that a quotient is rounded once in all but freak cases.
  private static final MathContext QUOTIENT = new MathContext(60);

  private WholeArithmetic() {}

  static Value apply(Operator operator, BigInteger left, BigInteger right) {
    return switch (operator) {
      case ADD -> checked(left.add(right));
      case SUBTRACT -> checked(left.subtract(right));
      case MULTIPLY -> checked(left.multiply(right));
      case DIVIDE -> quotient(left, divisor(right));
      case FLOOR_DIVIDE -> checked(floor(left, divisor(right)));
      case REMAINDER -> checked(left.subtract(floor(left, divisor(right)).multiply(right)));
      case POWER -> power(left, right);
    };
  }

  private static BigInteger divisor(BigInteger right) {
    if (right.signum() == 0) {
      throw new TemplateException("a number is divided by zero");
    }
    return right;
  }

  private static Value quotient(BigInteger left, BigInteger right) {
    double quotient = new BigDecimal(left).divide(new BigDecimal(right), QUOTIENT).doubleValue();
    if (Double.isInfinite(quotient)) {
      throw new TemplateException("a quotient is too large");
    }
    return new Value.Real(quotient);
  }

  private static BigInteger floor(BigInteger left, BigInteger right) {
    var parts = left.divideAndRemainder(right);
    boolean below = parts[1].signum() != 0 && parts[1].signum() != right.signum();
    return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Value power(BigInteger base, BigInteger exponent) {
    if (exponent.signum() < 0) {
      return RealArithmetic.apply(Operator.POWER, base.doubleValue(), exponent.doubleValue());
    }
    boolean small = base.bitLength() <= 1 && base.abs().bitLength() <= 1;
    if (!small
        && (exponent.bitLength() > 31
            || base.bitLength() * exponent.longValue() > 2L * ValueLimits.BITS)) {
      throw tooLarge();
    }
    if (small) {
      // 0, 1 and -1 stay small with every exponent.
      return new Value.Whole(
          exponent.signum() == 0
              ? BigInteger.ONE
              : base.signum() < 0 && !exponent.testBit(0) ? BigInteger.ONE : base);
    }
    return checked(base.pow(exponent.intValue()));
  }

  private static Value checked(BigInteger number) {
    if (number.bitLength() > ValueLimits.BITS) {
      throw tooLarge();
    }
    return new Value.Whole(number);
  }

  private static TemplateException tooLarge() {
    return new TemplateException(
        TemplateException.Kind.LIMIT, "a whole number gets more than 4,200 digits");
  }
}
