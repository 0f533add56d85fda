package kelvin.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.prompt.sweep.Outcome;
import kelvin.prompt.sweep.PointOfSweep;
import kelvin.prompt.sweep.SweepResult;
import kelvin.ui.figure.NumberTable;

/// The points of a sweep as a table, with the columns of `kelvin sweep --csv`.
final class SweepNumbers {

  private static final List<String> COLUMNS =
      List.of(
          "kind",
          "name",
          "shots",
          "order",
          "draw",
          "test",
          "input",
          "answer",
          "label",
          "log_probability",
          "share",
          "chosen");

  private SweepNumbers() {}

  static NumberTable table(SweepResult result) {
    var kind = result.kind().label();
    return new NumberTable(
        COLUMNS, () -> result.outcomes().stream().flatMap(outcome -> rows(kind, outcome)));
  }

  /// A row for each label.
  private static Stream<List<Object>> rows(String kind, Outcome outcome) {
    var point = PointOfSweep.of(outcome.variant());
    var order =
        point.order().stream()
            .map(place -> Integer.toString(place + 1))
            .collect(Collectors.joining(" "));
    var rows = new ArrayList<List<Object>>();
    for (int label = 0; label < point.labels().size(); label++) {
      rows.add(
          List.of(
              kind,
              point.name(),
              point.order().size(),
              order,
              point.draw(),
              point.test() + 1,
              point.input(),
              point.answer().<Object>map(answer -> answer).orElse(NumberTable.NONE),
              point.labels().get(label),
              outcome.logProbabilities().get(label),
              outcome.shares().get(label),
              Boolean.toString(outcome.chosen() == label)));
    }
    return rows.stream();
  }
}
