package kelvin.prompt.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.prompt.sweep.OrderFindings.Majority;

/// Writes the findings of an order sweep in words.
final class OrderSentences {

  /// The smallest difference of shares that is worth a warning.
  private static final double NOTABLE = 0.02;

  private OrderSentences() {}

  static List<String> of(OrderFindings findings) {
    var sentences = new ArrayList<String>();
    var best = findings.orders().getFirst();
    var worst = findings.orders().getLast();
    if (!Double.isNaN(best.merit())) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Best order %s: the right answer has %.3f; worst order %s: %.3f.",
              best.variant().name(),
              best.merit(),
              worst.variant().name(),
              worst.merit()));
    }
    sentences.add(
        findings
            .majority()
            .map(OrderSentences::majority)
            .orElse("The labels are balanced among the examples."));
    findings.recency().ifPresent(difference -> sentences.add(recency(difference)));
    return sentences;
  }

  private static String majority(Majority majority) {
    double share = (double) majority.chosen() / majority.prompts();
    double expected = (double) majority.examples() / majority.shots();
    return String.format(
        Locale.ROOT,
        "Majority: '%s' is the answer of %d of %d examples and is chosen in %d of %d prompts"
            + " (%.0f %%)%s.",
        majority.label(),
        majority.examples(),
        majority.shots(),
        majority.chosen(),
        majority.prompts(),
        100 * share,
        share > expected ? ", more than its part" : "");
  }

  private static String recency(double difference) {
    if (Math.abs(difference) < NOTABLE) {
      return "Recency: which label stands last makes no notable difference.";
    }
    return String.format(
        Locale.ROOT,
        "Recency: a label's share is %.3f %s on average when the last example has it.",
        Math.abs(difference),
        difference > 0 ? "greater" : "smaller");
  }
}
