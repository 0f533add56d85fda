package kelvin.text.template.operation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.TemplateException;

/// Writes floating-point numbers in the notations `e`, `f`, `g` and `%`, rounded exactly.
final class RealFormat {

  private static final int USUAL_PRECISION = 6;

  /// More digits than any number has that is not padded with zeros.
  private static final int MOST_DIGITS = 2_000;

  private RealFormat() {}

  /// @param number not negative
  /// @param precision -1 for the usual one
  static String of(double number, char type, int precision) {
    if (precision > MOST_DIGITS) {
      throw new TemplateException("a number is written with at most 2,000 digits");
    }
    if (!Double.isFinite(number)) {
      var word = Double.isNaN(number) ? "nan" : "inf";
      return Character.isUpperCase(type) ? word.toUpperCase(Locale.ROOT) : word;
    }
    int digits = precision < 0 ? USUAL_PRECISION : precision;
    var exact = new BigDecimal(number);
    return switch (type) {
      case 'f', 'F' -> fixed(exact, digits);
      case '%' -> fixed(exact.multiply(BigDecimal.valueOf(100)), digits) + "%";
      case 'e', 'E' -> cased(scientific(exact, digits), type);
      case 'g', 'G' -> cased(general(exact, Math.max(1, digits)), type);
      case ' ' -> precision < 0 ? PythonText.real(number) : general(exact, Math.max(1, digits));
      default ->
          throw new TemplateException("a number cannot be written in the format '" + type + "'");
    };
  }

  private static String cased(String text, char type) {
    return Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String fixed(BigDecimal number, int digits) {
    return number.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(BigDecimal number, int digits) {
    var rounded = number.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    return fixed(rounded.movePointLeft(exponent), digits) + "e" + PythonText.exponent(exponent);
  }

  private static String general(BigDecimal number, int digits) {
    var rounded = number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= digits) {
      var mantissa = trimmed(fixed(rounded.movePointLeft(exponent), digits - 1));
      return mantissa + "e" + PythonText.exponent(exponent);
    }
    return trimmed(fixed(rounded, digits - 1 - exponent));
  }

  private static String trimmed(String digits) {
    return digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
  }
}
