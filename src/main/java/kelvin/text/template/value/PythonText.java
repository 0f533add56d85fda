package kelvin.text.template.value;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.text.template.value.Value.Bool;
import kelvin.text.template.value.Value.None;
import kelvin.text.template.value.Value.Real;
import kelvin.text.template.value.Value.Text;
import kelvin.text.template.value.Value.Undefined;
import kelvin.text.template.value.Value.Whole;

/// Prints values as Python's `str` and `repr` do, for `{{ }}` and the operator `~`.
public final class PythonText {

  /// Python changes to the notation with `e` from here.
  private static final int FIXED_DIGITS = 16;

  private static final int SMALLEST_FIXED = -4;

  private PythonText() {}

  /// The text of a value as `str` gives it.
  ///
  /// @throws TemplateException if the value has no text that is worth printing, as a namespace
  public static String of(Value value) {
    return switch (value) {
      case Text(String text) -> text;
      case Undefined _ -> "";
      default -> {
        var out = new StringBuilder();
        append(out, value);
        yield out.toString();
      }
    };
  }

  /// The text of a value as `repr` gives it: texts are in quotes.
  public static String quoted(Value value) {
    var out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, Value value) {
    switch (value) {
      case Undefined _ -> out.append("Undefined");
      case None _ -> out.append("None");
      case Bool(boolean flag) -> out.append(flag ? "True" : "False");
      case Whole whole -> out.append(whole.number());
      case Real(double number) -> out.append(real(number));
      case Text(String text) -> appendQuoted(out, text);
      case Sequence row -> appendRow(out, row);
      case Mapping mapping -> appendMapping(out, mapping);
      case Stream _, Namespace _, Callable _ ->
          throw new TemplateException(value.kind() + " cannot be printed");
    }
  }

  private static void appendRow(StringBuilder out, Sequence row) {
    switch (row.type()) {
      case LIST -> appendItems(out, "[", row.items(), "]");
      case TUPLE, GROUP -> appendItems(out, "(", row.items(), row.items().size() == 1 ? ",)" : ")");
      case RANGE -> throw new TemplateException("a range cannot be printed: add | list");
      default -> appendItems(out, row.type().python() + "([", row.items(), "])");
    }
  }

  private static void appendItems(StringBuilder out, String begin, List<Value> items, String end) {
    out.append(begin);
    var between = "";
    for (var item : items) {
      out.append(between);
      append(out, item);
      between = ", ";
    }
    out.append(end);
  }

  private static void appendMapping(StringBuilder out, Mapping mapping) {
    out.append('{');
    var between = "";
    for (Map.Entry<Value, Value> entry : mapping.entries().entrySet()) {
      out.append(between);
      append(out, entry.getKey());
      out.append(": ");
      append(out, entry.getValue());
      between = ", ";
    }
    out.append('}');
  }

  /// A floating-point number as Python prints it: the fewest digits that give the same number.
  public static String real(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    var sign = Math.copySign(1, number) < 0 ? "-" : "";
    if (number == 0) {
      return sign + "0.0";
    }
    var exact = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= SMALLEST_FIXED && exponent < FIXED_DIGITS) {
      var plain = exact.toPlainString();
      return sign + (plain.contains(".") ? plain : plain + ".0");
    }
    var digits = exact.unscaledValue().toString();
    var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return sign + mantissa + "e" + exponent(exponent);
  }

  /// An exponent with its sign and at least two digits.
  public static String exponent(int exponent) {
    return String.format(Locale.ROOT, "%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static void appendQuoted(StringBuilder out, String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints().forEach(c -> appendCharacter(out, c, quote));
    out.append(quote);
  }

  private static void appendCharacter(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          appendEscaped(out, c);
        }
      }
    }
  }

  private static void appendEscaped(StringBuilder out, int c) {
    var hex = HexFormat.of();
    if (c <= 0xFF) {
      out.append("\\x").append(hex.toHexDigits((byte) c));
    } else if (c <= 0xFFFF) {
      out.append("\\u").append(hex.toHexDigits((char) c));
    } else {
      out.append("\\U").append(hex.toHexDigits(c));
    }
  }

  /// True if Python prints the character as it is.
  public static boolean isPrintable(int c) {
    return c == ' '
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
