package kelvin.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationTable;
import kelvin.text.SpreadsheetCell;

/// Writes the items of an evaluation as CSV.
public final class EvaluationCsv {

  private EvaluationCsv() {}

  public static void write(Evaluation evaluation, PrintWriter out) {
    var csv = CsvWriter.builder().build(out);
    csv.writeRecord(EvaluationTable.columns(evaluation).stream().map(SpreadsheetCell::of).toList());
    EvaluationTable.rows(evaluation)
        .forEach(row -> csv.writeRecord(row.stream().map(SpreadsheetCell::of).toList()));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
