package kelvin.text.template.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Works on texts as Python's `str` does: characters are code points, and white space is what
/// Unicode says it is.
public final class PythonStrings {

  private PythonStrings() {}

  /// True if Python's `strip` and `split` take the character for white space.
  public static boolean isSpace(int c) {
    return (c >= '\t' && c <= '\r')
        || (c >= 0x1c && c <= 0x20)
        || c == 0x85
        || c == 0xa0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /// Takes characters from the ends.
  ///
  /// @param unwanted says which
  public static String strip(String text, IntPredicate unwanted, boolean left, boolean right) {
    int begin = 0;
    int end = text.length();
    while (left && begin < end) {
      int c = text.codePointAt(begin);
      if (!unwanted.test(c)) {
        break;
      }
      begin += Character.charCount(c);
    }
    while (right && end > begin) {
      int c = text.codePointBefore(end);
      if (!unwanted.test(c)) {
        break;
      }
      end -= Character.charCount(c);
    }
    return text.substring(begin, Math.max(begin, end));
  }

  /// The lines of a text without their ends.
  ///
  /// @param keepEnds whether the ends stay
  public static List<String> lines(String text, boolean keepEnds) {
    var lines = new ArrayList<String>();
    int begin = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isLineEnd(text.charAt(at))) {
        at++;
        continue;
      }
      int next = text.startsWith("\r\n", at) ? at + 2 : at + 1;
      lines.add(text.substring(begin, keepEnds ? next : at));
      begin = next;
      at = next;
    }
    if (begin < text.length()) {
      lines.add(text.substring(begin));
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return (c >= '\n' && c <= '\r')
        || (c >= 0x1c && c <= 0x1e)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  /// Puts texts together.
  ///
  /// @throws TemplateException if the result is too long
  public static String join(String between, List<String> texts, Host host) {
    long length = 0;
    for (var text : texts) {
      length += text.length() + (long) between.length();
    }
    checkLength(length);
    host.charge(length / 16);
    return String.join(between, texts);
  }

  /// Replaces as Python's `replace`.
  ///
  /// @param most the greatest number of replacements; negative for all
  /// @throws TemplateException if the result is too long
  public static String replace(String text, String old, String replacement, int most, Host host) {
    host.charge(text.length() / 16);
    var out = new StringBuilder();
    int from = 0;
    int done = 0;
    while (most < 0 || done < most) {
      int found = text.indexOf(old, old.isEmpty() && done > 0 ? next(text, from) : from);
      if (found < 0 || (old.isEmpty() && done > 0 && from >= text.length())) {
        break;
      }
      out.append(text, from, found).append(replacement);
      checkLength(out.length());
      from = found + old.length();
      done++;
    }
    host.charge(out.length() / 16 + done);
    return out.append(text, from, text.length()).toString();
  }

  private static int next(String text, int at) {
    return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at;
  }

  /// @throws TemplateException if a text of this length would be too long
  public static void checkLength(long length) {
    if (length > ValueLimits.CHARACTERS) {
      throw new TemplateException(
          TemplateException.Kind.LIMIT,
          "a text gets longer than " + ValueLimits.characters() + " characters");
    }
  }

  /// The first letter large, the others small.
  public static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int rest = Character.charCount(text.codePointAt(0));
    return titleCase(text.substring(0, rest)) + lower(text).substring(lowerLength(text, rest));
  }

  /// The number of units of the text in small letters that belong to its beginning.
  private static int lowerLength(String text, int beginning) {
    return lower(text.substring(0, beginning)).length();
  }

  private static String titleCase(String character) {
    var title = Character.toString(Character.toTitleCase(character.codePointAt(0)));
    return title.equals(character)
        ? upper(character).length() > 1 ? special(character) : title
        : title;
  }

  /// A character without a title form of its own, as `ß`, becomes `Ss`.
  private static String special(String character) {
    var upper = upper(character);
    int first = Character.charCount(upper.codePointAt(0));
    return upper.substring(0, first) + lower(upper.substring(first));
  }

  /// Words begin with a large letter; a word is what stands between other characters than letters.
  public static String title(String text) {
    var out = new StringBuilder();
    boolean inWord = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      var character = Character.toString(c);
      out.append(inWord ? lower(character) : titleCase(character));
      inWord = isCased(c);
      at += Character.charCount(c);
    }
    return out.toString();
  }

  /// True if the character has large and small forms.
  public static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  public static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  public static String upper(String text) {
    return text.toUpperCase(java.util.Locale.ROOT);
  }
}
