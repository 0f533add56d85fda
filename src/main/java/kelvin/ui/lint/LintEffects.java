package kelvin.ui.lint;

import java.util.Locale;
import java.util.stream.Collectors;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.Normalization;
import kelvin.prompt.Shortened;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.Fix;
import kelvin.text.VisibleText;

/// Says in numbers what a fix does to the right answer.
///
/// @param base the trial without the fix; its right answer is one of its labels
record LintEffects(Trial base) {

  private static final int LONGEST = 18;

  /// @param after scores of the labels once fixed
  String of(Fix fix, LabelScores before, LabelScores after) {
    int right = base.answerIndex().orElse(0);
    if (fix instanceof Fix.ChangeNormalization change) {
      var normalization = Normalization.of(change.normalization());
      double was = LabelChoice.of(before, Normalization.NONE).shares().get(right);
      double is = LabelChoice.of(before, normalization).shares().get(right);
      return "share of " + name(right) + " " + number(was) + " → " + number(is);
    }
    double was = before.labels().get(right).probability();
    double is = after.labels().get(right).probability();
    return "P(" + name(right) + ") " + number(was) + " → " + number(is);
  }

  private String name(int right) {
    var visible = VisibleText.of(base.labels().get(right));
    return visible.length() <= LONGEST
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, probability >= 0.01 ? "%.2f" : "%.1e", probability);
  }

  /// Which examples were muted so that a prompt fits.
  static String dropped(Shortened left) {
    var places =
        left.dropped().stream().sorted().map(p -> "" + (p + 1)).collect(Collectors.joining(", "));
    return (left.dropped().size() == 1 ? "Example " : "Examples ")
        + places
        + (left.dropped().size() == 1 ? " is" : " are")
        + String.format(
            Locale.ROOT, " muted now: the prompt and its labels have %,d tokens.", left.tokens());
  }
}
