package kelvin.text.template.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.text.template.operation.Arithmetic;
import kelvin.text.template.operation.Operator;
import kelvin.text.template.value.Arguments;
import kelvin.text.template.value.Host;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import kelvin.text.template.value.ValueLimits;

/// Filters that make numbers.
final class NumberFilters {

  private static final Pattern REAL =
      Pattern.compile(
          "[-+]?(?:\\d[\\d_]*\\.?[\\d_]*(?:e[-+]?\\d+)?|\\.\\d+(?:e[-+]?\\d+)?|inf(?:inity)?|nan)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 4_300;

  static final Map<String, Filter> FILTERS =
      Map.of(
          "int", NumberFilters::toWhole,
          "float", NumberFilters::toReal,
          "abs", NumberFilters::absolute,
          "round", NumberFilters::round);

  private NumberFilters() {}

  private static Value toWhole(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("default", "base");
    int base = bound.whole("base", 10);
    var number =
        switch (defined(input)) {
          case Value.Text(String text) -> whole(strip(text), base);
          case Value.Real(double real) -> truncated(real);
          default -> Numbers.whole(input);
        };
    return number.<Value>map(Value.Whole::new).orElse(bound.get("default", Value.of(0)));
  }

  private static Value defined(Value input) {
    if (input instanceof Value.Undefined(String problem)) {
      throw new TemplateException(problem);
    }
    return input;
  }

  private static String strip(String text) {
    return PythonStrings.strip(text, PythonStrings::isSpace, true, true);
  }

  private static Optional<BigInteger> whole(String text, int base) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var digits = text.replaceAll("(?<=[0-9a-zA-Z])_(?=[0-9a-zA-Z])", "");
    if (base == 16 || base == 8 || base == 2) {
      digits = digits.replaceFirst("^([-+]?)0[xXoObB]", "$1");
    }
    try {
      return Optional.of(new BigInteger(digits, base));
    } catch (NumberFormatException _) {
      return real(text).flatMap(NumberFilters::truncated);
    }
  }

  private static Optional<BigInteger> truncated(double number) {
    if (!Double.isFinite(number)) {
      throw new TemplateException("an infinite number cannot be a whole one");
    }
    return Optional.of(new BigDecimal(number).toBigInteger());
  }

  private static Value toReal(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("default");
    Optional<Double> number =
        switch (defined(input)) {
          case Value.Text(String text) -> real(strip(text));
          default -> Numbers.isNumber(input) ? Optional.of(Numbers.real(input)) : Optional.empty();
        };
    return number.<Value>map(Value.Real::new).orElse(bound.get("default", new Value.Real(0)));
  }

  private static Optional<Double> real(String text) {
    if (text.length() > LONGEST || !REAL.matcher(text).matches()) {
      return Optional.empty();
    }
    var plain = PythonStrings.lower(text).replace("_", "");
    var sign = plain.startsWith("-") ? -1.0 : 1.0;
    if (plain.contains("inf")) {
      return Optional.of(sign * Double.POSITIVE_INFINITY);
    }
    return Optional.of(plain.contains("nan") ? Double.NaN : Double.parseDouble(plain));
  }

  private static Value absolute(Value input, Arguments arguments, Host host) {
    arguments.bind();
    if (input instanceof Value.Real(double number)) {
      return new Value.Real(Math.abs(number));
    }
    return new Value.Whole(
        Numbers.whole(defined(input))
            .orElseThrow(() -> new TemplateException(input.kind() + " has no absolute value"))
            .abs());
  }

  private static Value round(Value input, Arguments arguments, Host host) {
    var bound = arguments.bind("precision", "method");
    int precision = bound.whole("precision", 0);
    if (Math.abs((long) precision) > ValueLimits.BITS) {
      throw new TemplateException("the precision is too great");
    }
    if (!Numbers.isNumber(defined(input))) {
      throw new TemplateException(input.kind() + " cannot be rounded");
    }
    return switch (bound.text("method", "common")) {
      case "common" -> rounded(input, precision);
      case "ceil" -> scaled(input, precision, RoundingMode.CEILING, host);
      case "floor" -> scaled(input, precision, RoundingMode.FLOOR, host);
      default -> throw new TemplateException("the method must be common, ceil or floor");
    };
  }

  private static Value rounded(Value input, int precision) {
    if (input instanceof Value.Real(double number)) {
      return Double.isFinite(number)
          ? new Value.Real(
              Math.copySign(
                  new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).doubleValue(),
                  number))
          : input;
    }
    var whole = Numbers.whole(input).orElseThrow();
    return new Value.Whole(
        precision >= 0
            ? whole
            : new BigDecimal(whole).setScale(precision, RoundingMode.HALF_EVEN).toBigInteger());
  }

  /// Rounds after a multiplication by a power of ten, and divides again, as Jinja2 does.
  private static Value scaled(Value input, int precision, RoundingMode mode, Host host) {
    var power = Arithmetic.apply(Operator.POWER, Value.of(10), Value.of(precision), host);
    var large = Arithmetic.apply(Operator.MULTIPLY, input, power, host);
    var whole =
        large instanceof Value.Real(double number)
            ? new Value.Whole(exact(number).setScale(0, mode).toBigInteger())
            : large;
    return Arithmetic.apply(Operator.DIVIDE, whole, power, host);
  }

  private static BigDecimal exact(double number) {
    if (!Double.isFinite(number)) {
      throw new TemplateException("an infinite number cannot be rounded");
    }
    return new BigDecimal(number);
  }
}
