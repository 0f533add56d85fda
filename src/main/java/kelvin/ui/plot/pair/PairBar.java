package kelvin.ui.plot.pair;

import java.util.List;
import java.util.Locale;
import kelvin.display.NoDifference;
import kelvin.ui.control.Numbers;

/// Something with a probability on side A and one on side B, shown as a row of `PairBars`.
///
/// @param text with white space made visible
/// @param a 0..1; NaN while it is unknown
/// @param b 0..1; NaN while it is unknown
public record PairBar(String text, double a, double b, Kind kind) {

  /// The kinds of rows.
  public enum Kind {
    PLAIN(""),
    LABEL(", a label"),
    RIGHT(", the right answer"),
    /// Everything that the other rows leave out.
    REST("");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /// Tells the rows of a picture apart, whatever their numbers are.
  Object identity() {
    return List.of(text, kind == Kind.REST);
  }

  boolean isKnown() {
    return !Double.isNaN(a) && !Double.isNaN(b);
  }

  /// The change from A to B; NaN while a side is unknown.
  public double change() {
    return b - a;
  }

  public boolean isSame() {
    return isKnown() && NoDifference.is(change());
  }

  /// The change in words: `+12.3`, `−0.4`, `0` for what counts as nothing, `…` while it is unknown.
  String changeText() {
    if (!isKnown()) {
      return "…";
    }
    if (isSame()) {
      return "0";
    }
    return (change() > 0 ? "+" : "−") + Numbers.percent(Math.abs(change()));
  }

  static String percent(double probability) {
    return Double.isNaN(probability) ? "…" : Numbers.percent(probability);
  }

  /// The description for screen readers.
  String describe() {
    return String.format(
        Locale.ROOT,
        "%s, A %s percent, B %s percent, %s%s",
        text.isEmpty() ? "no text" : text,
        Double.isNaN(a) ? "unknown" : percent(a),
        Double.isNaN(b) ? "unknown" : percent(b),
        isSame() ? "no difference" : "change " + changeText(),
        kind.words);
  }
}
