package kelvin.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.display.ProbabilityScale;
import kelvin.prompt.sweep.SweepKind;
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

    var picture = SweepPicture.of(result, ProbabilityScale.SHARE);

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

    var plotted =
        (SweepPicture.Plotted.Shots) SweepPicture.of(result, ProbabilityScale.SHARE).plotted();

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
      var plotted = (SweepPicture.Plotted.Shots) SweepPicture.of(result, scale).plotted();

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
    assertEquals("order-sweep-2-3", SweepExports.fileName("Order sweep – 2 ~ 3"));
    assertEquals("été-β", SweepExports.fileName("…Été: β!"));
  }
}
