package kelvin.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A label as one text: its spellings with bars between them, such as `Yes|yes|YES`.
///
/// A bar that belongs to a spelling has a backslash before it. Backslashes directly before a bar
/// are doubled; all others stand for themselves. So a text without a bar is its own only spelling.
/// The first spelling is the label's name.
public final class Spellings {

  private static final char BAR = '|';
  private static final char BACKSLASH = '\\';

  private Spellings() {}

  /// The spellings of a label, at least one; they may be empty or equal.
  public static List<String> of(String label) {
    var spellings = new ArrayList<String>();
    var spelling = new StringBuilder();
    int at = 0;
    while (at < label.length()) {
      int end = at;
      while (end < label.length() && label.charAt(end) == BACKSLASH) {
        end++;
      }
      int backslashes = end - at;
      if (end < label.length() && label.charAt(end) == BAR) {
        spelling.repeat(BACKSLASH, backslashes / 2);
        if (backslashes % 2 == 1) {
          spelling.append(BAR);
        } else {
          spellings.add(spelling.toString());
          spelling.setLength(0);
        }
        at = end + 1;
      } else if (backslashes > 0) {
        spelling.repeat(BACKSLASH, backslashes);
        at = end;
      } else {
        spelling.append(label.charAt(at));
        at++;
      }
    }
    spellings.add(spelling.toString());
    return List.copyOf(spellings);
  }

  /// The label with these spellings.
  ///
  /// @param spellings at least one
  public static String join(List<String> spellings) {
    var label = new StringBuilder();
    for (int i = 0; i < spellings.size(); i++) {
      boolean isLast = i == spellings.size() - 1;
      label.append(escaped(spellings.get(i), isLast));
      if (!isLast) {
        label.append(BAR);
      }
    }
    return label.toString();
  }

  /// The label whose only spelling is a text, whatever it holds.
  public static String literal(String text) {
    return escaped(text, true);
  }

  private static String escaped(String spelling, boolean isLast) {
    var escaped = new StringBuilder();
    int backslashes = 0;
    for (int i = 0; i < spelling.length(); i++) {
      char c = spelling.charAt(i);
      if (c == BAR) {
        escaped.repeat(BACKSLASH, backslashes + 1);
      }
      backslashes = c == BACKSLASH ? backslashes + 1 : 0;
      escaped.append(c);
    }
    if (!isLast) {
      escaped.repeat(BACKSLASH, backslashes);
    }
    return escaped.toString();
  }

  /// The name of a label: its first spelling.
  public static String name(String label) {
    return of(label).getFirst();
  }

  public static List<String> names(List<String> labels) {
    return labels.stream().map(Spellings::name).toList();
  }

  /// Finds the label that a right answer means: the label itself, or one that has the answer as a
  /// spelling.
  public static Optional<String> find(List<String> labels, String answer) {
    return labels.contains(answer)
        ? Optional.of(answer)
        : labels.stream().filter(label -> of(label).contains(answer)).findFirst();
  }

  /// A sentence about the first spelling that is empty or was there before; empty if there is none.
  public static Optional<String> problem(List<String> labels) {
    var seen = new ArrayList<String>();
    for (var label : labels) {
      for (var spelling : of(label)) {
        if (spelling.isBlank()) {
          return Optional.of(
              of(label).size() == 1
                  ? "A label must not be empty: type the text of an answer."
                  : "A spelling of “"
                      + label
                      + "” is empty: write a text between the bars, or \\| for a bar.");
        }
        if (seen.contains(spelling)) {
          return Optional.of(
              "There is a label “" + spelling + "” already: two of the same share one bar.");
        }
        seen.add(spelling);
      }
    }
    return Optional.empty();
  }

  /// Changes each spelling.
  public static String map(String label, UnaryOperator<String> change) {
    return join(of(label).stream().map(change).toList());
  }
}
