package kelvin.ui.control.command;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Chooses the underlined letters of one menu, so that no two of its items share one.
final class Mnemonics {

  private final Set<Character> taken = new HashSet<>();

  /// The name with an underscore before its letter, as menu items expect it. The first letters of
  /// words come first. A name gets none if all of its letters are taken.
  ///
  /// @param name as the user sees it
  String mark(String name) {
    int at = place(name);
    if (at < 0) {
      return plain(name);
    }
    taken.add(letter(name, at));
    return plain(name.substring(0, at)) + "_" + plain(name.substring(at));
  }

  /// A name without an underlined letter.
  static String plain(String name) {
    return name.replace("_", "__");
  }

  private int place(String name) {
    for (boolean onlyStarts : new boolean[] {true, false}) {
      for (int i = 0; i < name.length(); i++) {
        boolean isStart = i == 0 || name.charAt(i - 1) == ' ';
        if (isLetter(name.charAt(i))
            && (isStart || !onlyStarts)
            && !taken.contains(letter(name, i))) {
          return i;
        }
      }
    }
    return -1;
  }

  /// Other characters are not on every keyboard.
  private static boolean isLetter(char at) {
    return (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z') || (at >= '0' && at <= '9');
  }

  private static char letter(String name, int at) {
    return name.substring(at, at + 1).toLowerCase(Locale.ROOT).charAt(0);
  }
}
