package kelvin.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.Fits;
import kelvin.experiment.measure.Confusion;
import kelvin.experiment.measure.Measures;
import kelvin.text.VisibleText;
import kelvin.workspace.evaluation.EvaluationFile;

/// The answer of `kelvin evaluate`.
///
/// @param fits what was fitted on the train part, if anything
public record EvaluationAnswer(Evaluation evaluation, Optional<Fits> fits) {

  /// The most labels whose confusion is printed; more would not fit a terminal.
  private static final int MAX_LABELS = 12;

  public void writeJson(PrintWriter out) {
    out.print(
        fits.map(each -> EvaluationFile.text(evaluation, each))
            .orElseGet(() -> EvaluationFile.text(evaluation)));
    out.flush();
  }

  public void print(PrintWriter out) {
    printMeasures(out, evaluation.measures());
    if (evaluation.labels().size() <= MAX_LABELS) {
      out.println();
      printConfusion(out);
    }
    out.println();
    printReliability(out);
    fits.ifPresent(each -> new FitsAnswer(each).print(out));
    out.println();
    printFacts(out);
    out.flush();
  }

  private void printMeasures(PrintWriter out, Measures measures) {
    var accuracy = measures.accuracy();
    var table = new TextTable(TextTable.Column.left("measure"), TextTable.Column.left("value"));
    table.row(
        "accuracy",
        String.format(
            Locale.ROOT,
            "%s (%,d of %,d; 95 %% interval %s to %s)",
            Words.percent(accuracy.value()),
            accuracy.successes(),
            accuracy.count(),
            Words.percent(accuracy.interval().low()),
            Words.percent(accuracy.interval().high())));
    table.row("log loss (nats)", number(measures.logLoss()));
    var brier = measures.brier();
    table.row(
        "Brier",
        number(brier.score())
            + " = reliability "
            + number(brier.reliability())
            + " - resolution "
            + number(brier.resolution())
            + " + uncertainty "
            + number(brier.uncertainty()));
    table.row("calibration error (ECE)", number(measures.reliability().error()));
    if (!evaluation.facts().isByHead()) {
      var mass = evaluation.labelMass();
      table.row("label mass", "mean " + percent(mass.mean()) + ", smallest " + percent(mass.min()));
    }
    table.print(out);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "not known" : Words.percent(share);
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "not known";
    }
    return Double.isInfinite(value) ? "infinite" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void printConfusion(PrintWriter out) {
    var labels = evaluation.labels().stream().map(VisibleText::of).toList();
    var columns = new TextTable.Column[labels.size() + 1];
    columns[0] = TextTable.Column.left("right, then chosen");
    for (int i = 0; i < labels.size(); i++) {
      columns[i + 1] = TextTable.Column.right(labels.get(i));
    }
    var table = new TextTable(columns);
    var confusion = Confusion.of(evaluation.decisions(), labels.size());
    for (int right = 0; right < labels.size(); right++) {
      var cells = new String[labels.size() + 1];
      cells[0] = labels.get(right);
      for (int choice = 0; choice < labels.size(); choice++) {
        cells[choice + 1] = Words.count(confusion.count(right, choice));
      }
      table.row(cells);
    }
    table.print(out);
  }

  private void printReliability(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("share of the choice"),
            TextTable.Column.right("items"),
            TextTable.Column.right("mean share"),
            TextTable.Column.right("right"));
    var bins = evaluation.measures().reliability().bins();
    for (int i = 0; i < bins.size(); i++) {
      var bin = bins.get(i);
      if (bin.count() > 0) {
        table.row(
            String.format(Locale.ROOT, "%.1f to %.1f", i / 10.0, (i + 1) / 10.0),
            Words.count(bin.count()),
            Words.percent(bin.confidence()),
            Words.percent(bin.accuracy().value()));
      }
    }
    table.print(out);
  }

  private void printFacts(PrintWriter out) {
    var facts = evaluation.facts();
    var prompt = facts.prompt();
    out.println(
        String.format(
            Locale.ROOT,
            "%s on %s: %s, %s%s, compared by %s, %,d items in %.1f s",
            facts.data(),
            facts.model(),
            prompt.task(),
            prompt.way(),
            prompt.way().equals("few-shot") ? " with " + shots(prompt.shots()) : "",
            facts.comparison(),
            evaluation.items().size(),
            facts.extent().seconds()));
  }

  private static String shots(int count) {
    return count == 1 ? "1 shot" : count + " shots";
  }
}
