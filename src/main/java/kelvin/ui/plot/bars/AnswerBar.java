package kelvin.ui.plot.bars;

import java.util.List;
import java.util.Locale;
import kelvin.ui.control.Numbers;

/// A whole answer with its numbers, shown as a row of `AnswerBars`.
///
/// @param text with white space made visible
/// @param probability the joint probability, 0..1
/// @param cumulative that of this answer and those above it; NaN of a beginning
/// @param pinned the probability in the pinned answers; NaN without any
public record AnswerBar(
    String text, double probability, double cumulative, double pinned, Kind kind) {

  /// The kinds of rows.
  public enum Kind {
    ANSWER(""),
    LABEL(", a label"),
    RIGHT(", the right answer"),
    /// The beginning of answers that was not expanded.
    BEGINNING(", a beginning that was not expanded");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /// Tells the rows of a picture apart, whatever their numbers are.
  Object identity() {
    return List.of(text, isBeginning());
  }

  boolean isBeginning() {
    return kind == Kind.BEGINNING;
  }

  /// The text in the picture: a beginning goes on, and an empty answer is seen.
  String label() {
    return isBeginning() ? text + "…" : text.isEmpty() ? "∅" : text;
  }

  /// The description for screen readers.
  String describe() {
    return String.format(
        Locale.ROOT,
        "%s, probability %s percent%s",
        text.isEmpty() ? "no text" : text,
        Numbers.percent(probability),
        kind.words);
  }
}
