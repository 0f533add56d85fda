package kelvin.text.template.operation;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import kelvin.text.template.value.Numbers;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.PythonText;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;

/// The format of one value, in Python's format language: `[[fill]align][sign][#][0][width][,]
/// [.precision][type]`.
///
/// @param fill the character that fills up to the width, as a code point
/// @param align `<`, `>`, `^`, `=`, or a space for the usual one
/// @param sign `+`, `-` or a space
/// @param alternate whether a prefix such as `0x` is written
/// @param grouping what stands between thousands, or empty
/// @param precision digits or characters; -1 for the usual number
/// @param type the letter of the notation, or a space for the usual one
public record FormatSpec(
    int fill,
    char align,
    char sign,
    boolean alternate,
    int width,
    String grouping,
    int precision,
    char type) {

  private static final Pattern PATTERN =
      Pattern.compile(
          "(?:(.)?([<>^=]))?([-+ ])?(#)?(0)?(\\d{1,7})?([,_])?(?:\\.(\\d{1,7}))?([a-zA-Z%])?",
          Pattern.DOTALL);

  /// @throws TemplateException if the text is no format
  public static FormatSpec parse(String text) {
    var found = PATTERN.matcher(text);
    if (!found.matches()) {
      throw new TemplateException("'" + text + "' is no format");
    }
    boolean zero = found.group(5) != null;
    return new FormatSpec(
        found.group(1) == null ? (zero ? '0' : ' ') : found.group(1).codePointAt(0),
        found.group(2) == null ? (zero ? '=' : ' ') : found.group(2).charAt(0),
        found.group(3) == null ? '-' : found.group(3).charAt(0),
        found.group(4) != null,
        found.group(6) == null ? 0 : Integer.parseInt(found.group(6)),
        found.group(7) == null ? "" : found.group(7),
        found.group(8) == null ? -1 : Integer.parseInt(found.group(8)),
        found.group(9) == null ? ' ' : found.group(9).charAt(0));
  }

  /// @throws TemplateException if such a value cannot be written so
  public String apply(Value value) {
    boolean wantsReal = "eEfFgG%".indexOf(type) >= 0;
    return switch (value) {
      case Value.Text(String text) -> ofText(text);
      case Value.Real _ -> ofReal(value);
      case Value.Whole(BigInteger number) -> wantsReal ? ofReal(value) : ofWhole(number);
      case Value.Bool(boolean flag) ->
          wantsReal ? ofReal(value) : ofWhole(flag ? BigInteger.ONE : BigInteger.ZERO);
      default -> ofText(PythonText.of(value));
    };
  }

  private String ofText(String text) {
    if (type != ' ' && type != 's') {
      throw new TemplateException("text cannot be written in the format '" + type + "'");
    }
    int length = text.codePointCount(0, text.length());
    var cut =
        precision >= 0 && precision < length
            ? text.substring(0, text.offsetByCodePoints(0, precision))
            : text;
    return pad("", cut, '<');
  }

  private String ofWhole(BigInteger number) {
    var digits = number.abs();
    var written =
        switch (type) {
          case ' ', 'd', 'n', 'i', 'u' -> group(digits.toString(), 3);
          case 'x' -> group(digits.toString(16), 4);
          case 'X' -> group(digits.toString(16).toUpperCase(Locale.ROOT), 4);
          case 'o' -> group(digits.toString(8), 4);
          case 'b' -> group(digits.toString(2), 4);
          case 'c' -> Character.toString(Numbers.index(new Value.Whole(number)));
          default ->
              throw new TemplateException(
                  "a whole number cannot be written in the format '" + type + "'");
        };
    var prefix = alternate && "xXob".indexOf(type) >= 0 ? "0" + type : "";
    return pad(sign(number.signum() < 0) + prefix, written, '>');
  }

  private String ofReal(Value value) {
    double number = Numbers.real(value);
    boolean negative = Math.copySign(1, number) < 0;
    var written = RealFormat.of(Math.abs(number), type, precision);
    int end = 0;
    while (end < written.length() && Character.isDigit(written.charAt(end))) {
      end++;
    }
    return pad(sign(negative), group(written.substring(0, end), 3) + written.substring(end), '>');
  }

  private String sign(boolean negative) {
    return negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
  }

  private String group(String digits, int size) {
    if (grouping.isEmpty()) {
      return digits;
    }
    var out = new StringBuilder(digits);
    for (int at = digits.length() - size; at > 0; at -= size) {
      out.insert(at, grouping);
    }
    return out.toString();
  }

  private String pad(String before, String text, char usual) {
    int missing = width - before.length() - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return before + text;
    }
    PythonStrings.checkLength(missing);
    var filling = Character.toString(fill);
    return switch (align == ' ' || (align == '=' && usual == '<') ? usual : align) {
      case '<' -> before + text + filling.repeat(missing);
      case '^' ->
          filling.repeat(missing / 2) + before + text + filling.repeat(missing - missing / 2);
      case '=' -> before + filling.repeat(missing) + text;
      default -> filling.repeat(missing) + before + text;
    };
  }
}
