package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads what was typed into the fields of a sweep.
final class TypedFields {

  private TypedFields() {}

  /// Labels with commas between them, none of them twice.
  static List<String> labels(String text) throws SetupException {
    var all =
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(label -> !label.isEmpty())
            .toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.indexOf(all.get(i)) < i) {
        throw new SetupException(
            "The label “" + all.get(i) + "” stands there twice: leave one out.");
      }
    }
    return all;
  }

  /// Numbers of shots in increasing order, none of them twice.
  ///
  /// @param used how many examples there are
  /// @param several whether there may be more than one
  static List<Integer> shots(String text, int used, boolean several) throws SetupException {
    var counts = new ArrayList<Integer>();
    for (var part : text.split(",", -1)) {
      int count = number("Shots", part, 0, used);
      if (counts.contains(count)) {
        throw new SetupException("Shots: " + count + " stands there twice.");
      }
      counts.add(count);
    }
    if (!several && counts.size() > 1) {
      throw new SetupException("Shots must be one number here; only a shots curve has several.");
    }
    return counts.stream().sorted().toList();
  }

  static long seed(String text) throws SetupException {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException _) {
      throw new SetupException("Seed must be a whole number.");
    }
  }

  static int number(String what, String text, int least, int most) throws SetupException {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new SetupException(
        "%s must be a whole number from %d to %d, was “%s”."
            .formatted(what, least, most, text.strip()));
  }
}
