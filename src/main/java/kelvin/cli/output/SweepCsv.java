package kelvin.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import kelvin.prompt.sweep.SweepTable;
import kelvin.text.SpreadsheetCell;

/// Writes the points of a sweep as CSV.
public final class SweepCsv {

  private SweepCsv() {}

  public static void write(SweepAnswer answer, PrintWriter out) {
    var csv = CsvWriter.builder().build(out);
    csv.writeRecord(SweepTable.COLUMNS);
    SweepTable.rows(answer.result())
        .forEach(row -> csv.writeRecord(row.stream().map(SpreadsheetCell::of).toList()));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
