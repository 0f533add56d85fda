package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import kelvin.prompt.Spellings;

/// Reads what was typed into the fields of the lab.
public final class TypedFields {

  private TypedFields() {}

  /// Parses labels with commas between them, each perhaps with several `Spellings`; rejects
  /// duplicates.
  static List<String> labels(String text) throws SetupException {
    var all =
        Arrays.stream(text.split(",", -1))
            .filter(label -> !label.isBlank())
            .map(label -> Spellings.map(label, String::strip))
            .toList();
    var known = new HashSet<String>();
    for (var spelling : all.stream().map(Spellings::of).flatMap(List::stream).toList()) {
      if (spelling.isEmpty()) {
        throw new SetupException(
            "Labels: a spelling is empty: write a text between the bars, or \\| for a bar.");
      }
      if (!known.add(spelling)) {
        throw new SetupException("The label “" + spelling + "” stands there twice: leave one out.");
      }
    }
    return all;
  }

  /// Parses numbers of shots in increasing order, without duplicates.
  ///
  /// @param used the number of examples that can be shots
  /// @param several whether more than one number is allowed
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

  public static long seed(String text) throws SetupException {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException _) {
      throw new SetupException("Seed must be a whole number.");
    }
  }

  public static int number(String what, String text, int min, int max) throws SetupException {
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // The exception below says what is wrong.
    }
    throw new SetupException(
        "%s must be a whole number from %d to %d, was “%s”."
            .formatted(what, min, max, text.strip()));
  }

  /// Parses a number greater than 0.
  public static double positive(String what, String text) throws SetupException {
    try {
      double number = Double.parseDouble(text.strip());
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // The exception below says what is wrong.
    }
    throw new SetupException(
        "%s must be a number greater than 0, was “%s”.".formatted(what, text.strip()));
  }

  /// Parses a share between 0 and 1, ends excluded.
  public static double share(String what, String text) throws SetupException {
    try {
      double share = Double.parseDouble(text.strip());
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException _) {
      // The exception below says what is wrong.
    }
    throw new SetupException(
        "%s must be a number between 0 and 1, was “%s”.".formatted(what, text.strip()));
  }
}
