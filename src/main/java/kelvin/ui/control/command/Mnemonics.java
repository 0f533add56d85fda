package kelvin.ui.control.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Chooses the underlined letters of one menu, so that no two of its items share one.
///
/// The first letters of words come first. Where all letters of a name are taken, another name gives
/// its letter up and takes one of its others, as far as that is possible.
final class Mnemonics {

  private final List<String> names;

  /// The places that a letter can have in each name, the best first.
  private final List<List<Integer>> places;

  /// The index of the name that has a letter.
  private final Map<Character, Integer> owners = new HashMap<>();

  private Mnemonics(List<String> names) {
    this.names = names;
    places = names.stream().map(Mnemonics::places).toList();
  }

  /// The names with an underscore before their letters, as menu items expect them. A name gets none
  /// if there is no letter for it.
  ///
  /// @param names of all items of a menu, as the user sees them, in order
  static List<String> mark(List<String> names) {
    var letters = new Mnemonics(List.copyOf(names));
    for (int name = 0; name < names.size(); name++) {
      if (!letters.takeFree(name)) {
        letters.takeFromOther(name, new HashSet<>());
      }
    }
    return letters.marked();
  }

  /// A name without an underlined letter.
  static String plain(String name) {
    return name.replace("_", "__");
  }

  private boolean takeFree(int name) {
    for (int place : places.get(name)) {
      if (owners.putIfAbsent(letter(names.get(name), place), name) == null) {
        return true;
      }
    }
    return false;
  }

  /// @param tried the letters that are being given up
  private boolean takeFromOther(int name, Set<Character> tried) {
    for (int place : places.get(name)) {
      char letter = letter(names.get(name), place);
      if (tried.add(letter)) {
        var owner = owners.get(letter);
        if (owner == null || takeFromOther(owner, tried)) {
          owners.put(letter, name);
          return true;
        }
      }
    }
    return false;
  }

  private List<String> marked() {
    var marked = new ArrayList<String>(names.size());
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      int index = i;
      int at =
          places.get(i).stream()
              .filter(place -> Objects.equals(owners.get(letter(name, place)), index))
              .findFirst()
              .orElse(-1);
      marked.add(
          at < 0 ? plain(name) : plain(name.substring(0, at)) + "_" + plain(name.substring(at)));
    }
    return marked;
  }

  /// The places of letters that are on every keyboard.
  private static List<Integer> places(String name) {
    var starts = new ArrayList<Integer>();
    var others = new ArrayList<Integer>();
    for (int i = 0; i < name.length(); i++) {
      if (isLetter(name.charAt(i))) {
        (i == 0 || name.charAt(i - 1) == ' ' ? starts : others).add(i);
      }
    }
    starts.addAll(others);
    return starts;
  }

  private static boolean isLetter(char at) {
    return (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z') || (at >= '0' && at <= '9');
  }

  private static char letter(String name, int at) {
    return name.substring(at, at + 1).toLowerCase(Locale.ROOT).charAt(0);
  }
}
