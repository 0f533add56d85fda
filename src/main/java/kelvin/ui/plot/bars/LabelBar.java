package kelvin.ui.plot.bars;

import java.util.Locale;
import kelvin.ui.control.Numbers;

/// A label with its numbers, shown as a row of `LabelBars`.
///
/// @param label with white space made visible
/// @param share among the labels, 0..1, after normalisation; NaN where there is none
/// @param probability the model's own probability of the whole label, 0..1
/// @param logProbability its logarithm, in nats
/// @param right whether the label is the right answer
/// @param chosen whether the label has the greatest score
/// @param spellings its spellings with their probabilities, for a tooltip; empty for a single one
public record LabelBar(
    String label,
    double share,
    double probability,
    double logProbability,
    boolean right,
    boolean chosen,
    String spellings) {

  /// A label with one spelling.
  public LabelBar(
      String label,
      double share,
      double probability,
      double logProbability,
      boolean right,
      boolean chosen) {
    this(label, share, probability, logProbability, right, chosen, "");
  }

  /// The description for screen readers.
  String describe() {
    return String.format(
        Locale.ROOT,
        "%s, share %s percent, probability %s percent%s%s%s",
        label,
        Double.isNaN(share) ? "unknown" : Numbers.percent(share),
        Numbers.percent(probability),
        right ? ", the right answer" : "",
        chosen ? ", chosen" : "",
        spellings.isEmpty() ? "" : ", spellings: " + spellings.replace("\n", ", "));
  }
}
