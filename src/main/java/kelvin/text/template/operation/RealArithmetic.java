package kelvin.text.template.operation;

import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// Computes with floating-point numbers as Python does.
final class RealArithmetic {

  private RealArithmetic() {}

  static Value apply(Operator operator, double left, double right) {
    boolean divides =
        operator == Operator.DIVIDE
            || operator == Operator.FLOOR_DIVIDE
            || operator == Operator.REMAINDER;
    if (divides && right == 0) {
      throw new TemplateException("a number is divided by zero");
    }
    return new Value.Real(
        switch (operator) {
          case ADD -> left + right;
          case SUBTRACT -> left - right;
          case MULTIPLY -> left * right;
          case DIVIDE -> left / right;
          case FLOOR_DIVIDE -> floor(left, right);
          case REMAINDER -> remainder(left, right);
          case POWER -> power(left, right);
        });
  }

  /// The remainder has the sign of the divisor.
  private static double remainder(double left, double right) {
    double remainder = left % right;
    if (remainder == 0) {
      return Math.copySign(0, right);
    }
    return remainder < 0 != right < 0 ? remainder + right : remainder;
  }

  /// The quotient rounded down, computed with the remainder, which is exact.
  private static double floor(double left, double right) {
    double quotient = (left - remainder(left, right)) / right;
    if (quotient == 0) {
      return Math.copySign(0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static double power(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw new TemplateException("zero has no negative power");
    }
    double power = StrictMath.pow(base, exponent);
    if (Double.isNaN(power) && !Double.isNaN(base) && !Double.isNaN(exponent)) {
      throw new TemplateException("a negative number has no such power");
    }
    if (Double.isInfinite(power) && Double.isFinite(base) && Double.isFinite(exponent)) {
      throw new TemplateException("a power is too large");
    }
    return power;
  }
}
