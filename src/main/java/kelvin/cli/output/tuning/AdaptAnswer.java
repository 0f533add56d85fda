package kelvin.cli.output.tuning;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import kelvin.cli.output.TextTable;
import kelvin.cli.output.Words;
import kelvin.experiment.adapt.AdaptFindings;
import kelvin.experiment.adapt.AdaptNotes;
import kelvin.experiment.adapt.AdaptTable;
import kelvin.experiment.adapt.AdaptWords;
import kelvin.experiment.adapt.Adaptation;
import kelvin.text.SpreadsheetCell;
import kelvin.workspace.adaptation.AdaptationFile;

/// The answer of `kelvin adapt`.
public record AdaptAnswer(Adaptation adaptation) {

  public void writeJson(PrintWriter out) {
    out.print(AdaptationFile.text(adaptation));
    out.flush();
  }

  /// A row for each draw.
  public void writeCsv(PrintWriter out) {
    var csv = CsvWriter.builder().build(out);
    csv.writeRecord(AdaptTable.COLUMNS);
    AdaptTable.rows(adaptation)
        .forEach(row -> csv.writeRecord(row.stream().map(SpreadsheetCell::of).toList()));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.flush();
  }

  /// Sentences about what the numbers do not show.
  public List<String> notes() {
    return AdaptNotes.sentences(adaptation);
  }

  public void print(PrintWriter out) {
    var table =
        new TextTable(
            TextTable.Column.left("method"),
            TextTable.Column.right("examples"),
            TextTable.Column.right("accuracy"),
            TextTable.Column.right("draws from"),
            TextTable.Column.right("to"),
            TextTable.Column.right("log loss"),
            TextTable.Column.right("Brier"),
            TextTable.Column.right("adapt"),
            TextTable.Column.right("answer"),
            TextTable.Column.right("kept"));
    for (var summary : adaptation.summaries()) {
      table.row(
          summary.method().label(),
          Integer.toString(summary.examples()),
          Words.percent(summary.accuracy()),
          Words.percent(summary.lowest()),
          Words.percent(summary.highest()),
          Words.confidence(summary.logLoss()),
          Words.confidence(summary.brier()),
          AdaptWords.seconds(summary.costs().adaptSeconds()),
          AdaptWords.seconds(summary.costs().answerSeconds()),
          AdaptWords.bytes(summary.costs().bytes()));
    }
    table.print(out);
    out.println();
    AdaptFindings.sentences(adaptation).forEach(out::println);
    var facts = adaptation.facts();
    out.println(
        String.format(
            Locale.ROOT,
            "%s on %s: %,d test inputs, %,d draws from seed %d, trained weights: %s; %s in all",
            facts.data(),
            facts.model(),
            facts.tests(),
            facts.seeds(),
            facts.seed(),
            facts.depth(),
            facts.seconds() < 60
                ? String.format(Locale.ROOT, "%.0f s", facts.seconds())
                : String.format(Locale.ROOT, "%.1f minutes", facts.seconds() / 60)));
    out.flush();
  }
}
