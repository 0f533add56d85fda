package kelvin.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes the words of a command line so that a POSIX shell (sh, bash, zsh) reads them back
/// unchanged.
public final class ShellWords {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@%-]+");

  private ShellWords() {}

  /// True if a text can be a word of a command line: a NUL character ends words, and half a
  /// surrogate pair has no UTF-8.
  public static boolean canBeWord(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints()
            .noneMatch(at -> at >= Character.MIN_SURROGATE && at <= Character.MAX_SURROGATE);
  }

  /// A command line with a blank between its words.
  public static String line(List<String> words) {
    return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
  }

  /// Within single quotes a shell changes nothing, so only the single quote needs care.
  static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
