package kelvin.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import kelvin.prompt.sweep.Outcome;

/// The points of a sweep as a table: one row for each label of each prompt.
final class SweepCsv {

  private SweepCsv() {}

  static void write(SweepAnswer answer, PrintWriter out) {
    var csv = CsvWriter.builder().build(out);
    csv.writeRecord(
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
    var result = answer.result();
    for (var outcome : result.outcomes()) {
      for (int label = 0; label < outcome.shares().size(); label++) {
        write(csv, result.kind().label(), outcome, label);
      }
    }
    try {
      csv.flush();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(CsvWriter csv, String kind, Outcome outcome, int label) {
    var variant = outcome.variant();
    csv.writeRecord(
        kind,
        variant.name(),
        Integer.toString(variant.shots()),
        variant.order().stream()
            .map(place -> Integer.toString(place + 1))
            .collect(Collectors.joining(" ")),
        Integer.toString(variant.draw()),
        Integer.toString(variant.test() + 1),
        SweepAnswer.input(outcome),
        variant.trial().answer().orElse(""),
        variant.trial().labels().get(label),
        Double.toString(outcome.logProbabilities().get(label)),
        Double.toString(outcome.shares().get(label)),
        Boolean.toString(outcome.chosen() == label));
  }
}
