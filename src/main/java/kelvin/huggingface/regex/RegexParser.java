package kelvin.huggingface.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Parses the regular expressions of Oniguruma, the engine of Hugging Face's library, as far as
/// its search depends on them: https://github.com/kkos/oniguruma/blob/master/doc/RE.
final class RegexParser {

  /// Real expressions have two or three levels. The engine's own parser overflows its stack at some
  /// thousand.
  private static final int MAX_DEPTH = 50;

  /// Real expressions have up to 4,000 characters.
  private static final int MAX_LENGTH = 20_000;

  private static final Pattern COUNT = Pattern.compile("\\{(\\d{0,6})(,?)(\\d{0,6})}");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:[pP]\\{[^}]*}|x\\{[^}]*}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|.)", Pattern.DOTALL);
  private static final Pattern FLAGS = Pattern.compile("\\(\\?([im]*)(?:-([im]+))?([:)])");
  private static final Pattern NAME = Pattern.compile("\\(\\?<\\w+>");
  private static final List<String> CONDITIONS = List.of("(?=", "(?!", "(?<=", "(?<!");
  private static final String SIMPLE_CONDITIONS = "bBAzZG";

  private final String regex;
  private int at;
  private int depth;
  private boolean ignoresCase;

  private RegexParser(String regex) {
    this.regex = regex;
  }

  /// @throws IllegalArgumentException with the reason why it cannot be followed
  static Part parse(String regex) {
    if (regex.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("it is too long");
    }
    var parser = new RegexParser(regex);
    var part = parser.choice();
    if (parser.at < regex.length()) {
      throw new IllegalArgumentException("its brackets do not match");
    }
    return part;
  }

  private Part choice() {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("its brackets are nested too deeply");
    }
    boolean before = ignoresCase;
    var parts = new ArrayList<Part>();
    parts.add(row());
    while (takes("|")) {
      parts.add(row());
    }
    ignoresCase = before;
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Part.Choice(parts);
  }

  private Part row() {
    var parts = new ArrayList<Part>();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return new Part.Row(parts);
  }

  private Part repeated(Part part) {
    var result = part;
    while (at < regex.length()) {
      var count = COUNT.matcher(regex).region(at, regex.length());
      if (takes("*")) {
        result = simple(result, 0, Part.UNLIMITED);
      } else if (takes("+")) {
        result = simple(result, 1, Part.UNLIMITED);
      } else if (takes("?")) {
        result = simple(result, 0, 1);
      } else if (count.lookingAt() && !(count.group(1) + count.group(3)).isEmpty()) {
        at = count.end();
        result = counted(result, count.group(1), !count.group(2).isEmpty(), count.group(3));
      } else {
        return result;
      }
    }
    return result;
  }

  /// A sign behind makes it lazy or possessive. That changes the order of a search, and a search
  /// that fails tries all orders; the steps that a possessive one saves are not counted on.
  private Part simple(Part part, int min, int max) {
    if (!takes("+")) {
      takes("?");
    }
    return new Part.Repeat(part, min, max);
  }

  /// A range may be lazy. Behind one number, a sign is a further repetition.
  private Part counted(Part part, String from, boolean isRange, String to) {
    int min = from.isEmpty() ? 0 : Integer.parseInt(from);
    int max = to.isEmpty() ? Part.UNLIMITED : Integer.parseInt(to);
    if (isRange) {
      takes("?");
    }
    return new Part.Repeat(part, min, isRange ? max : min);
  }

  private Part atom() {
    char c = regex.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> new Part.One(characterClass(), ignoresCase);
      case '\\' -> escape();
      case '^', '$' -> {
        at++;
        yield condition();
      }
      default -> {
        int end = regex.offsetByCodePoints(at, 1);
        var one = regex.substring(at, end);
        at = end;
        yield new Part.One(one.equals(".") ? "." : Pattern.quote(one), ignoresCase);
      }
    };
  }

  private Part group() {
    boolean before = ignoresCase;
    for (var start : CONDITIONS) {
      if (takes(start)) {
        return new Part.Condition(closed(before));
      }
    }
    var flags = FLAGS.matcher(regex).region(at, regex.length());
    if (flags.lookingAt()) {
      at = flags.end();
      ignoresCase |= flags.group(1).contains("i");
      ignoresCase &= flags.group(2) == null || !flags.group(2).contains("i");
      if (flags.group(3).equals(")")) {
        return new Part.Row(List.of());
      }
      return closed(before);
    }
    var name = NAME.matcher(regex).region(at, regex.length());
    if (name.lookingAt()) {
      at = name.end();
    } else if (!takes("(?>")) {
      if (regex.startsWith("(?", at)) {
        throw new IllegalArgumentException("it has a group of an unknown kind");
      }
      at++;
    }
    return closed(before);
  }

  private Part closed(boolean ignoredCase) {
    var inner = choice();
    if (!takes(")")) {
      throw new IllegalArgumentException("its brackets do not match");
    }
    ignoresCase = ignoredCase;
    return inner;
  }

  private Part escape() {
    var escape = ESCAPE.matcher(regex).region(at, regex.length());
    if (!escape.lookingAt()) {
      throw new IllegalArgumentException("it ends in the middle");
    }
    var source = escape.group();
    char kind = source.charAt(1);
    if ((kind >= '1' && kind <= '9') || kind == 'k' || kind == 'g') {
      throw new IllegalArgumentException("it refers to an earlier group");
    }
    at = escape.end();
    return SIMPLE_CONDITIONS.indexOf(kind) >= 0 ? condition() : new Part.One(source, ignoresCase);
  }

  private static Part condition() {
    return new Part.Condition(new Part.Row(List.of()));
  }

  private String characterClass() {
    int start = at;
    int open = 0;
    do {
      if (at >= regex.length()) {
        throw new IllegalArgumentException("its brackets do not match");
      }
      char c = regex.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        open++;
        at += regex.startsWith("[^]", at) ? 2 : regex.startsWith("[]", at) ? 1 : 0;
      } else if (c == ']') {
        open--;
      }
      at++;
    } while (open > 0);
    return regex.substring(start, Math.min(at, regex.length()));
  }

  private boolean takes(String text) {
    boolean found = regex.startsWith(text, at);
    at += found ? text.length() : 0;
    return found;
  }
}
