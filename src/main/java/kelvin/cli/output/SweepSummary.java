package kelvin.cli.output;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.OrderFindings;
import kelvin.prompt.sweep.ShotsCurve;
import kelvin.prompt.sweep.SweepResult;
import kelvin.text.VisibleText;

/// Summarises the points of a sweep.
record SweepSummary(SweepResult result) {

  void print(PrintWriter out) {
    switch (result.kind()) {
      case SHOTS -> printCurve(out);
      case ORDER -> OrderFindings.of(result.outcomes()).sentences().forEach(out::println);
      case TEMPLATE -> printLayouts(out);
      case LEAVE_ONE_OUT -> printEffects(out);
    }
  }

  private void printCurve(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("shots"),
            TextTable.Column.right("order given"),
            TextTable.Column.right("shuffles"),
            TextTable.Column.right("mean"),
            TextTable.Column.right("10 %"),
            TextTable.Column.right("90 %"));
    out.println(
        result.hasAnswer()
            ? "probability of the right answer"
            : "share of '" + VisibleText.of(result.labels().getFirst()) + "'");
    var curve =
        result.hasAnswer()
            ? ShotsCurve.ofAnswer(result.outcomes())
            : ShotsCurve.ofLabel(result.outcomes(), 0);
    for (var point : curve) {
      table.row(
          Integer.toString(point.shots()),
          number(point.given()),
          Integer.toString(point.draws()),
          number(point.mean()),
          number(point.low()),
          number(point.high()));
    }
    table.print(out);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void printLayouts(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("layout"),
            TextTable.Column.left("input"),
            TextTable.Column.right("probability"),
            TextTable.Column.right("share"),
            TextTable.Column.left("choice"));
    result.outcomes().stream()
        .sorted(Comparator.comparingDouble(o -> -o.merit().orElse(Double.NaN)))
        .forEach(
            outcome ->
                table.row(
                    outcome.variant().name(),
                    VisibleText.of(SweepAnswer.input(outcome)),
                    number(outcome.answerProbability().orElse(Double.NaN)),
                    number(outcome.answerShare().orElse(Double.NaN)),
                    VisibleText.of(outcome.variant().trial().names().get(outcome.chosen()))));
    table.print(out);
  }

  private void printEffects(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("example"),
            TextTable.Column.left("x"),
            TextTable.Column.left("y"),
            TextTable.Column.right("effect (nats)"));
    for (var effect : LeaveOneOut.effects(result.outcomes())) {
      var example = result.base().examples().get(effect.place());
      table.row(
          Integer.toString(effect.place() + 1),
          VisibleText.of(example.input()),
          VisibleText.of(example.output()),
          Words.change(effect.change()));
    }
    table.print(out);
  }
}
