package kelvin.experiment.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says what about an evaluation its numbers do not show.
public final class EvaluationNotes {

  /// The number of items that are named one by one.
  private static final int NAMED = 5;

  private EvaluationNotes() {}

  /// Sentences for the user.
  public static List<String> sentences(Evaluation evaluation) {
    var sentences = new ArrayList<String>();
    var extent = evaluation.facts().extent();
    int measured = evaluation.items().size();
    if (extent.partial()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Cancelled after %,d of %,d items: the numbers are of these %,d only.",
              measured,
              extent.planned(),
              measured));
    }
    addLong(evaluation, sentences);
    if (measured == 0) {
      sentences.add("Nothing was measured: no input fits the context.");
    }
    int undecided = evaluation.measures().undecided();
    if (undecided > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Every label has the probability 0 in %,d of %,d items; they count as wrong; log"
                  + " loss, Brier score and calibration error leave them out.",
              undecided,
              measured));
    }
    long unknown =
        evaluation.items().stream().filter(item -> Double.isNaN(item.labelMass())).count();
    if (unknown > 0 && !evaluation.facts().isByHead()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "The label mass is not known in %,d of %,d items: the tokens of the prompt change when"
                  + " a label follows.",
              unknown,
              measured));
    }
    return sentences;
  }

  private static void addLong(Evaluation evaluation, List<String> sentences) {
    var leftOut = evaluation.facts().extent().leftOut();
    if (!leftOut.isEmpty()) {
      sentences.add(
          String.format(
                  Locale.ROOT,
                  leftOut.size() == 1
                      ? "%,d input was too long for the context and was left out: "
                      : "%,d inputs were too long for the context and were left out: ",
                  leftOut.size())
              + leftOut.stream().limit(NAMED).collect(Collectors.joining(", "))
              + (leftOut.size() > NAMED ? " …" : "."));
    }
    if (evaluation.shortened() > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d items were too long for the context and shortened.",
              evaluation.shortened(),
              evaluation.items().size()));
    }
  }
}
