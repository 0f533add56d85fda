package kelvin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.OrderFindings;
import kelvin.prompt.sweep.Outcome;
import kelvin.prompt.sweep.ShotsCurve;
import kelvin.prompt.sweep.SweepKind;
import kelvin.text.VisibleText;

/// What the points of a sweep show together.
record SweepSummary(SweepKind kind, List<Outcome> outcomes) {

  void write(Json json) throws IOException {
    switch (kind) {
      case SHOTS -> writeCurves(json);
      case ORDER -> writeOrders(json);
      case TEMPLATE -> {}
      case LEAVE_ONE_OUT -> writeEffects(json);
    }
  }

  private List<String> labels() {
    return outcomes.getFirst().variant().trial().labels();
  }

  /// Labels can be followed through the sweep only where they are always the same.
  private boolean sameLabels() {
    return outcomes.stream().allMatch(o -> o.variant().trial().labels().equals(labels()));
  }

  private boolean hasAnswer() {
    return outcomes.getFirst().answerProbability().isPresent();
  }

  private void writeCurves(Json json) throws IOException {
    if (hasAnswer()) {
      json.array("curve", () -> writeCurve(json, ShotsCurve.ofAnswer(outcomes)));
    }
    if (sameLabels() && labels().size() > 1) {
      json.array(
          "labelCurves",
          () -> {
            for (int i = 0; i < labels().size(); i++) {
              int at = i;
              json.object(
                  () -> {
                    json.member("label", labels().get(at));
                    json.array("curve", () -> writeCurve(json, ShotsCurve.ofLabel(outcomes, at)));
                  });
            }
          });
    }
  }

  private static void writeCurve(Json json, List<ShotsCurve.Point> points) throws IOException {
    for (var point : points) {
      json.object(
          () -> {
            json.member("shots", point.shots());
            json.member("given", point.given());
            json.member("draws", point.draws());
            json.member("mean", point.mean());
            json.member("low", point.low());
            json.member("high", point.high());
          });
    }
  }

  private void writeOrders(Json json) throws IOException {
    var findings = OrderFindings.of(outcomes);
    json.array(
        "findings",
        () -> {
          for (var sentence : findings.sentences()) {
            json.element(sentence);
          }
        });
    json.array(
        "orders",
        () -> {
          for (var order : findings.orders()) {
            json.object(
                () -> {
                  json.member("name", order.variant().name());
                  json.member("merit", order.merit());
                  json.member("globalEntropy", order.globalEntropy());
                  json.member("localEntropy", order.localEntropy());
                });
          }
        });
    json.member("recency", findings.recency().orElse(Double.NaN));
  }

  private void writeEffects(Json json) throws IOException {
    json.array(
        "effects",
        () -> {
          for (var effect : LeaveOneOut.effects(outcomes)) {
            json.object(
                () -> {
                  json.member("example", effect.place() + 1L);
                  json.member("change", effect.change());
                });
          }
        });
  }

  void print(PrintWriter out) {
    switch (kind) {
      case SHOTS -> printCurve(out);
      case ORDER -> OrderFindings.of(outcomes).sentences().forEach(out::println);
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
        hasAnswer()
            ? "probability of the right answer"
            : "share of '" + VisibleText.of(labels().getFirst()) + "'");
    var curve = hasAnswer() ? ShotsCurve.ofAnswer(outcomes) : ShotsCurve.ofLabel(outcomes, 0);
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
    outcomes.stream()
        .sorted(Comparator.comparingDouble(o -> -o.merit().orElse(Double.NaN)))
        .forEach(
            outcome ->
                table.row(
                    outcome.variant().name(),
                    VisibleText.of(SweepAnswer.input(outcome)),
                    number(outcome.answerProbability().orElse(Double.NaN)),
                    number(outcome.answerShare().orElse(Double.NaN)),
                    VisibleText.of(outcome.variant().trial().labels().get(outcome.chosen()))));
    table.print(out);
  }

  private void printEffects(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.right("example"),
            TextTable.Column.left("x"),
            TextTable.Column.left("y"),
            TextTable.Column.right("effect (nats)"));
    var whole = outcomes.getFirst();
    if (whole.variant().trial().prompt() instanceof FewShotPrompt prompt) {
      for (var effect : LeaveOneOut.effects(outcomes)) {
        var example = prompt.examples().get(effect.place());
        table.row(
            Integer.toString(effect.place() + 1),
            VisibleText.of(example.input()),
            VisibleText.of(example.output()),
            String.format(Locale.ROOT, "%+.3f", effect.change()));
      }
    }
    table.print(out);
  }
}
