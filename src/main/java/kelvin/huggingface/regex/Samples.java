package kelvin.huggingface.regex;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Characters of all kinds, which show whether two classes of characters overlap.
final class Samples {

  /// Beside those of ASCII: letters of each category, marks, digits, spaces, punctuation, symbols,
  /// controls and unassigned ones, from several scripts.
  private static final String OTHERS =
      "àÀßµǅʰªº中あア가אعกя\u0301\u0903\u20DD١Ⅷ½²\u00A0\u3000\u2028\u2029\u0085\u200B\u200D\uFEFF"
          + "¡«»“”‘’—–…。،！（）《》€¥+±©°`^😀🏽\uD83C\uDDE9▁ĠĊ\uE000\uFFFD\uFFFF";

  private static final Pattern NAMED = Pattern.compile("\\\\([pP])\\{\\^?(\\w+)}");

  private final int[] characters;
  private final Map<Part.One, BitSet> known = new HashMap<>();

  /// @param regex whose own characters are samples, too
  Samples(String regex) {
    var all = new StringBuilder(OTHERS).append(regex);
    for (char c = 0; c < 0x80; c++) {
      all.append(c);
    }
    characters = all.codePoints().distinct().toArray();
  }

  /// The samples that a class contains. A class that is not understood counts as all characters.
  BitSet of(Part.One part) {
    return known.computeIfAbsent(part, this::find);
  }

  private BitSet find(Part.One part) {
    var found = new BitSet(characters.length);
    int flags = Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL;
    flags |= part.ignoresCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    try {
      var pattern = Pattern.compile(inJava(part.source()), flags);
      for (int i = 0; i < characters.length; i++) {
        found.set(i, pattern.matcher(Character.toString(characters[i])).matches());
      }
    } catch (PatternSyntaxException _) {
      found.set(0, characters.length);
    }
    return found;
  }

  /// Names of scripts have a prefix in Java, and a few escapes mean something else.
  private static String inJava(String source) {
    if (source.contains("[:") || source.matches("\\\\[hHRXKNO]")) {
      return "(?s:.)";
    }
    return NAMED
        .matcher(source)
        .replaceAll(
            name -> {
              var word = name.group(2);
              var prefix = word.length() > 2 ? "Is" : "";
              return "\\\\" + name.group(1) + "{" + prefix + word + "}";
            });
  }
}
