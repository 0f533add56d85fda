package kelvin.ui.plot.bars;

import java.util.Locale;
import kelvin.ui.control.Numbers;

/// A label with its numbers, as a row of `LabelBars`.
///
/// @param label with visible white space
/// @param share of the labels together, 0..1, after the normalisation; NaN where there is none
/// @param probability the model's own, of the whole label, 0..1
/// @param logProbability its logarithm, nats
/// @param right whether it is the right answer
/// @param chosen whether its score is the greatest
public record LabelBar(
    String label,
    double share,
    double probability,
    double logProbability,
    boolean right,
    boolean chosen) {

  /// What a screen reader says of it.
  String describe() {
    return String.format(
        Locale.ROOT,
        "%s, share %s percent, probability %s percent%s%s",
        label,
        Double.isNaN(share) ? "unknown" : Numbers.percent(share),
        Numbers.percent(probability),
        right ? ", the right answer" : "",
        chosen ? ", chosen" : "");
  }
}
