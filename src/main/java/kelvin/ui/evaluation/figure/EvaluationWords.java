package kelvin.ui.evaluation.figure;

import java.util.ArrayList;
import java.util.Locale;
import kelvin.engine.label.Normalization;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Measures;
import kelvin.ui.control.Numbers;

/// Says the measures of an evaluation and its conditions, for a figure. A number that does not
/// exist is said to be unknown.
final class EvaluationWords {

  private static final String BETWEEN = "  ·  ";

  private final Evaluation evaluation;
  private final Measures measures;

  EvaluationWords(Evaluation evaluation) {
    this.evaluation = evaluation;
    measures = evaluation.measures();
  }

  String title() {
    return "Evaluation of " + named(evaluation.facts().data(), "data without a name");
  }

  private static String named(String name, String otherwise) {
    return name.isEmpty() ? otherwise : name;
  }

  /// The accuracy with its interval.
  String accuracy() {
    var accuracy = measures.accuracy();
    if (accuracy.count() == 0) {
      return "Nothing was measured";
    }
    return String.format(
        Locale.ROOT,
        "%.1f %% right: %s of %s, 95 %% interval (Wilson) %.1f to %.1f %%",
        100 * accuracy.value(),
        Numbers.count(accuracy.successes()),
        items(accuracy.count()),
        100 * accuracy.interval().low(),
        100 * accuracy.interval().high());
  }

  private static String items(int count) {
    return count == 1 ? "1 item" : Numbers.count(count) + " items";
  }

  /// The other measures.
  String measures() {
    var mass = evaluation.labelMass();
    return String.join(
        BETWEEN,
        "log loss " + number(measures.logLoss()) + " nats",
        "Brier score " + number(measures.brier().score()),
        "calibration error (ECE) " + number(measures.reliability().error()),
        "label mass " + number(mass.mean()) + " on average, " + number(mass.min()) + " at least");
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "not known"
        : Double.isInfinite(value) ? Numbers.threeDigits(value) : Numbers.probability(value);
  }

  /// The origin of the numbers, with all that is needed to repeat them.
  String caption() {
    var facts = evaluation.facts();
    var prompt = facts.prompt();
    var parts = new ArrayList<String>();
    parts.add(named(facts.model(), "model not named"));
    parts.add(named(facts.data(), "data not named"));
    if (!prompt.task().isEmpty()) {
      parts.add("task " + prompt.task());
    }
    if (!prompt.way().isEmpty()) {
      parts.add(
          prompt.way()
              + (prompt.way().equals("few-shot") ? " with " + shots(prompt.shots()) : ""));
    }
    parts.add("seed " + prompt.seed());
    parts.add("normalisation: " + normalization());
    int measured = evaluation.items().size();
    int planned = facts.extent().planned();
    parts.add(
        facts.extent().partial()
            ? "cancelled after " + Numbers.count(measured) + " of " + items(planned)
            : items(measured));
    return String.join(BETWEEN, parts);
  }

  private static String shots(int count) {
    return count == 1 ? "1 shot" : count + " shots";
  }

  /// The word in the file where this version does not know the normalisation.
  private String normalization() {
    var word = evaluation.facts().normalization();
    return Normalization.ALL.stream()
        .filter(each -> each.label().equals(word))
        .map(Normalization::title)
        .findFirst()
        .orElse(word);
  }
}
