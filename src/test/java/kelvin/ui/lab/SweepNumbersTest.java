package kelvin.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.output.SweepAnswer;
import kelvin.cli.output.SweepCsv;
import kelvin.display.InformationUnit;
import kelvin.display.ProbabilityScale;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.VariantOutcome;
import kelvin.ui.figure.FigureExports;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.workspace.SweepFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tests that a sweep's figure and files contain the measured numbers.
class SweepNumbersTest {

  private final LabBench bench = new LabBench();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void theTableHasARowForEachLabelOfEachPromptUnrounded(SweepKind kind) throws Exception {
    var result = bench.run(kind).result();
    var csv = new StringWriter();

    SweepNumbers.table(result).writeCsv(csv);

    var lines = csv.toString().split("\r\n", -1);
    int row = 1;
    for (var outcome : result.outcomes()) {
      for (double logProbability : outcome.logProbabilities()) {
        var cells = lines[row].split(",", -1);
        assertEquals(logProbability, Double.parseDouble(cells[cells.length - 3]));
        row++;
      }
    }
    assertEquals(row, lines.length - 1);
  }

  /// No label is possible after the second prompt, and one of two after the first.
  @Test
  void aNumberIsWrittenTheSameByTheWindowAndByTheCommand() throws Exception {
    var measured = bench.run(SweepKind.ORDER).result();
    double no = Double.NEGATIVE_INFINITY;
    double none = Double.NaN;
    var first = measured.outcomes().get(0).variant();
    var second = measured.outcomes().get(1).variant();
    var outcomes =
        List.of(
            new VariantOutcome(first, List.of(-1.5, no), List.of(1.0, 0.0)),
            new VariantOutcome(second, List.of(no, no), List.of(none, none)));
    var sweep = new SweepResult(measured.kind(), measured.base(), measured.facts(), outcomes);
    var ofWindow = new StringWriter();
    var ofCommand = new StringWriter();

    SweepNumbers.table(sweep).writeCsv(ofWindow);
    SweepCsv.write(new SweepAnswer(sweep), new PrintWriter(ofCommand));

    var rows = cells(ofWindow.toString());
    assertEquals(rows, cells(ofCommand.toString()));
    assertEquals(
        List.of("-1.5 1.0", "-inf 0.0", "-inf ", "-inf "),
        rows.stream().skip(1).map(row -> row.get(9) + " " + row.get(10)).toList());
  }

  private static List<List<String>> cells(String csv) {
    return CsvReader.builder().ofCsvRecord(csv).stream().map(CsvRecord::getFields).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aSweepThatWasExportedIsReadAgainAsItWas(SweepKind kind) throws Exception {
    var result = bench.run(kind).result();
    var file = Files.writeString(folder.resolve("sweep.json"), SweepFile.text(result));

    var again = SweepFile.read(file);
    assertEquals(result.base(), again.base());
    assertEquals(result.outcomes(), again.outcomes());
    assertEquals(result.facts().cost(), again.facts().cost());
  }

  @Test
  void theDotsOfAnOrderSweepAreTheSharesOfTheRightAnswerBestFirst() {
    var result = bench.run(SweepKind.ORDER).result();

    var picture = SweepPicture.of(result, LabBench.SHARES);

    var plotted = (SweepPicture.Plotted.Dots) picture.plotted();
    var drawn =
        plotted.picture().rows().getFirst().dots().stream().map(DotPicture.Dot::value).toList();
    var measured =
        result.outcomes().stream()
            .map(o -> o.merit().orElseThrow())
            .sorted((a, b) -> Double.compare(b, a))
            .toList();
    assertEquals(measured, drawn);
    for (int i = 0; i < drawn.size(); i++) {
      var order = picture.variants().get(i).order();
      var outcome =
          result.outcomes().stream().filter(o -> o.variant().order().equals(order)).findFirst();
      assertEquals(outcome.orElseThrow().merit().orElseThrow(), drawn.get(i));
    }
  }

  @Test
  void thePointsOfAShotsCurveAreTheSharesInTheOrderGivenAndTheMeanOfTheShuffles() {
    var result = bench.run(SweepKind.SHOTS).result();

    var plotted = (SweepPicture.Plotted.Shots) SweepPicture.of(result, LabBench.SHARES).plotted();

    var line = plotted.picture().lines().getFirst();
    assertEquals("p", line.name());
    for (var point : line.points()) {
      var at =
          result.outcomes().stream().filter(o -> o.variant().shots() == point.shots()).toList();
      var given = at.stream().filter(o -> o.variant().draw() == 0).findFirst().orElseThrow();
      double mean =
          at.stream()
              .filter(o -> o.variant().draw() > 0)
              .mapToDouble(o -> o.shares().getFirst())
              .average()
              .orElseThrow();
      assertEquals(given.shares().getFirst(), point.given());
      assertEquals(mean, point.mean(), 1e-12);
    }
  }

  @Test
  void thePointsOnAProbabilityScaleAreTheLabelsProbabilities() {
    var result = bench.run(SweepKind.SHOTS).result();

    for (var scale : List.of(ProbabilityScale.LINEAR, ProbabilityScale.LOGARITHMIC)) {
      var look = new SweepLook(scale, InformationUnit.BITS);
      var plotted = (SweepPicture.Plotted.Shots) SweepPicture.of(result, look).plotted();

      for (var point : plotted.picture().lines().getFirst().points()) {
        var given =
            result.outcomes().stream()
                .filter(o -> o.variant().shots() == point.shots() && o.variant().draw() == 0)
                .findFirst()
                .orElseThrow();
        assertEquals(Math.exp(given.logProbabilities().getFirst()), point.given(), 1e-15);
      }
    }
  }

  @Test
  void aFileIsNamedAfterTheSweep() {
    assertEquals("order-sweep-2-3", FigureExports.fileName("Order sweep – 2 ~ 3"));
    assertEquals("été-β", FigureExports.fileName("…Été: β!"));
  }
}
