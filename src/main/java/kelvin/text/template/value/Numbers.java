package kelvin.text.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import kelvin.text.template.value.Value.Bool;
import kelvin.text.template.value.Value.Real;
import kelvin.text.template.value.Value.Whole;
import org.jspecify.annotations.Nullable;

/// Reads numbers, among which Python counts truth values.
public final class Numbers {

  private Numbers() {}

  /// The number of a whole number or truth value.
  public static Optional<BigInteger> whole(Value value) {
    return switch (value) {
      case Whole(BigInteger number) -> Optional.of(number);
      case Bool(boolean flag) -> Optional.of(flag ? BigInteger.ONE : BigInteger.ZERO);
      default -> Optional.empty();
    };
  }

  public static boolean isNumber(Value value) {
    return value instanceof Whole || value instanceof Bool || value instanceof Real;
  }

  /// The number as floating point.
  ///
  /// @throws TemplateException if it is too large or no number
  public static double real(Value value) {
    if (value instanceof Real(double number)) {
      return number;
    }
    double number =
        whole(value)
            .orElseThrow(() -> new TemplateException("this is " + value.kind() + ", not a number"))
            .doubleValue();
    if (Double.isInfinite(number)) {
      throw new TemplateException("a whole number is too large for a number with a point");
    }
    return number;
  }

  /// A whole number that fits a place or a count; greater ones become the greatest.
  ///
  /// @throws TemplateException if the value is no whole number
  public static int index(Value value) {
    var number =
        whole(value)
            .orElseThrow(
                () -> new TemplateException("this is " + value.kind() + ", not a whole number"));
    return number.bitLength() < Integer.SIZE
        ? number.intValue()
        : number.signum() < 0 ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
  }

  /// Compares two numbers exactly. A NaN must not be given.
  public static int compare(Value left, Value right) {
    var leftWhole = whole(left);
    var rightWhole = whole(right);
    if (leftWhole.isPresent() && rightWhole.isPresent()) {
      return leftWhole.get().compareTo(rightWhole.get());
    }
    if (isInfinite(left) || isInfinite(right)) {
      return Double.compare(approximately(left), approximately(right));
    }
    return exact(left).compareTo(exact(right));
  }

  private static boolean isInfinite(Value value) {
    return value instanceof Real(double number) && Double.isInfinite(number);
  }

  public static boolean isNan(Value value) {
    return value instanceof Real(double number) && Double.isNaN(number);
  }

  private static double approximately(Value value) {
    return value instanceof Real(double number)
        ? number
        : Math.clamp(whole(value).orElseThrow().doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static BigDecimal exact(Value value) {
    return value instanceof Real(double number)
        ? new BigDecimal(number)
        : new BigDecimal(whole(value).orElseThrow());
  }

  static boolean same(Value number, @Nullable Object other) {
    return other instanceof Value value
        && isNumber(value)
        && !isNan(number)
        && !isNan(value)
        && compare(number, value) == 0;
  }

  static int hash(Value number) {
    return Double.hashCode(approximately(number) + 0.0);
  }
}
