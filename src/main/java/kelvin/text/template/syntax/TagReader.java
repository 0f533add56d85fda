package kelvin.text.template.syntax;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.text.template.syntax.Token.Kind;
import kelvin.text.template.value.PythonStrings;
import kelvin.text.template.value.TemplateException;
import kelvin.text.template.value.Value;
import kelvin.text.template.value.ValueLimits;

/// Cuts the inside of one tag into tokens.
final class TagReader {

  private static final Pattern REAL =
      Pattern.compile("(?:\\d+_)*+\\d++(?:(?:\\.(?:\\d+_)*\\d+)?[eE][+-]?\\d+|\\.(?:\\d+_)*\\d+)");
  private static final Pattern WHOLE =
      Pattern.compile(
          "0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0[xX](?:_?[\\da-fA-F])++|[1-9](?:_?\\d)*+|0(?:_?0)*+");
  private static final List<String> WIDE_OPERATORS = List.of("**", "//", "==", "!=", ">=", "<=");
  private static final String OPERATORS = "+-/*%~[](){}><=.:|,;";

  private final String source;
  private final String end;
  private final String construct;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;
  private int line;
  private char sign = ' ';

  /// @param at the place after the beginning of the tag
  /// @param end what ends the tag
  TagReader(String source, int at, int line, String end, String construct) {
    this.source = source;
    this.at = at;
    this.line = line;
    this.end = end;
    this.construct = construct;
  }

  /// The place after the tag, before its white space.
  int end() {
    return at;
  }

  int line() {
    return line;
  }

  /// The sign before the end of the tag, or a space.
  char sign() {
    return sign;
  }

  void read(List<Token> tokens) {
    while (at < source.length()) {
      if (open.isEmpty() && isEnd()) {
        return;
      }
      char c = source.charAt(at);
      if (PythonStrings.isSpace(c)) {
        line += c == '\n' ? 1 : 0;
        at++;
      } else {
        tokens.add(token(c));
      }
    }
    throw syntax("'" + end + "' is missing");
  }

  private boolean isEnd() {
    char c = source.charAt(at);
    boolean signed = (c == '-' || (c == '+' && end.equals("%}"))) && source.startsWith(end, at + 1);
    if (signed) {
      sign = c;
      at++;
    }
    if (!signed && !source.startsWith(end, at)) {
      return false;
    }
    at += end.length();
    return true;
  }

  private Token token(char c) {
    if (Character.isDigit(c)) {
      return number();
    }
    if (c == '"' || c == '\'') {
      return string(c);
    }
    return c == '_' || Character.isUnicodeIdentifierStart(source.codePointAt(at))
        ? name()
        : operator(c);
  }

  private Token number() {
    var real = matcher(REAL);
    if (source.charAt(at - 1) != '.' && real.lookingAt()) {
      var text = take(real);
      return new Token(
          Kind.NUMBER, text, new Value.Real(Double.parseDouble(text.replace("_", ""))), line);
    }
    var whole = matcher(WHOLE);
    if (!whole.lookingAt()) {
      throw syntax("'" + source.charAt(at) + "' begins no number");
    }
    var text = take(whole);
    return new Token(Kind.NUMBER, text, new Value.Whole(whole(text.replace("_", ""))), line);
  }

  private BigInteger whole(String text) {
    if (text.length() > ValueLimits.BITS / 4) {
      throw syntax("a number has too many digits");
    }
    int base =
        text.length() < 2
            ? 10
            : switch (Character.toLowerCase(text.charAt(1))) {
              case 'x' -> 16;
              case 'o' -> 8;
              case 'b' -> 2;
              default -> 10;
            };
    return new BigInteger(base == 10 ? text : text.substring(2), base);
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(source).region(at, source.length());
  }

  private String take(Matcher found) {
    at = found.end();
    return found.group();
  }

  private Token name() {
    int begin = at;
    while (at < source.length() && Character.isUnicodeIdentifierPart(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    if (at == begin) {
      at++;
    }
    return Token.of(Kind.NAME, source.substring(begin, at), line);
  }

  private Token string(char quote) {
    int begin = at + 1;
    int first = line;
    int to = begin;
    while (to < source.length() && source.charAt(to) != quote) {
      to += source.charAt(to) == '\\' ? 2 : 1;
    }
    if (to >= source.length()) {
      throw syntax("a text in quotes has no end");
    }
    var text = source.substring(begin, to);
    line += (int) text.chars().filter(c -> c == '\n').count();
    at = to + 1;
    var content = Escapes.read(text, first);
    return new Token(Kind.STRING, content, Value.of(content), first);
  }

  private Token operator(char c) {
    for (var wide : WIDE_OPERATORS) {
      if (source.startsWith(wide, at)) {
        at += 2;
        return Token.of(Kind.OPERATOR, wide, line);
      }
    }
    if (OPERATORS.indexOf(c) < 0) {
      throw syntax("'" + Character.toString(source.codePointAt(at)) + "' has no meaning here");
    }
    balance(c);
    at++;
    return Token.of(Kind.OPERATOR, String.valueOf(c), line);
  }

  private void balance(char c) {
    switch (c) {
      case '(' -> open.push(')');
      case '[' -> open.push(']');
      case '{' -> open.push('}');
      case ')', ']', '}' -> {
        if (open.isEmpty() || open.pop() != c) {
          throw syntax("'" + c + "' closes nothing");
        }
      }
      default -> {}
    }
  }

  private TemplateException syntax(String problem) {
    return new TemplateException(TemplateException.Kind.SYNTAX, problem, line, construct);
  }
}
