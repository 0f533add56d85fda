package kelvin.ui.evaluation.picture;

import java.util.Locale;
import kelvin.experiment.evaluation.EvaluationComparison;
import kelvin.experiment.measure.PairedBootstrap;
import kelvin.text.Count;

/// Says how the accuracy of two evaluations differs, and whether chance explains it.
public final class ComparisonWords {

  private ComparisonWords() {}

  /// Whole sentences about “the other” evaluation against the present one.
  public static String sentence(EvaluationComparison comparison) {
    if (comparison.accuracy().isEmpty()) {
      return "They have no item in common: compare two evaluations of the same data.";
    }
    var difference = comparison.accuracy().get();
    var items =
        comparison.common() == 1
            ? "the one item that both have"
            : "the " + Count.of(comparison.common()) + " items that both have";
    if (difference.changed() == 0) {
      return "On " + items + ", both are right and wrong about the same ones.";
    }
    double points = 100 * difference.difference();
    return String.format(
        Locale.ROOT,
        "On %s, the other is right %s (95 %% interval %s to %s points); %s. %s",
        items,
        points == 0
            ? "just as often"
            : String.format(
                Locale.ROOT,
                "%.1f points %s often",
                Math.abs(points),
                points > 0 ? "more" : "less"),
        signed(100 * difference.interval().low()),
        signed(100 * difference.interval().high()),
        difference.changed() == 1
            ? "1 item differs"
            : Count.of(difference.changed()) + " items differ",
        verdict(difference));
  }

  private static String verdict(PairedBootstrap difference) {
    return difference.differs()
        ? "Chance alone hardly explains that."
        : "That may be chance alone.";
  }

  /// Such as `+4.2, may be chance`.
  public static String brief(EvaluationComparison comparison) {
    if (comparison.accuracy().isEmpty()) {
      return "no common item";
    }
    var difference = comparison.accuracy().get();
    if (difference.changed() == 0) {
      return "the same";
    }
    return signed(100 * difference.difference())
        + (difference.differs() ? ", hardly chance" : ", may be chance");
  }

  private static String signed(double points) {
    var digits = String.format(Locale.ROOT, "%.1f", Math.abs(points));
    return digits.equals("0.0") ? "0.0" : (points > 0 ? "+" : "−") + digits;
  }
}
