package kelvin.ui.evaluation.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import kelvin.display.EvaluationPlot;
import kelvin.display.Theme;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Decision;
import kelvin.ui.figure.ExportWork;
import kelvin.ui.figure.FigureExports;
import kelvin.workspace.evaluation.EvaluationFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An evaluation of an hour can be taken along as numbers. If these fail, a user's script
/// reads other numbers than the window shows.
class EvaluationExportsTest {

  private static final EvaluationFigure FIGURE =
      EvaluationFigure.of(
          new Evaluation(
              new Evaluation.Facts(
                  "tiny",
                  "pairs",
                  new Evaluation.PromptFacts("Letters", "few-shot", 3, 42),
                  "pmi",
                  new Evaluation.Extent(2, false, List.of(), 1.5)),
              List.of("yes", "=no"),
              List.of(
                  new Evaluation.Item(
                      "line 2", "a", Decision.of(List.of(0.75, 0.25), 0), 0.5, false),
                  new Evaluation.Item(
                      "line 3", "b", Decision.of(List.of(0.625, 0.375), 1), 0.25, false))));

  @TempDir private Path folder = Path.of("");

  private final List<String> problems = new ArrayList<>();
  private final ExportWork.Listener listener =
      new ExportWork.Listener() {
        @Override
        public Runnable takesLong(String sentence, Runnable cancel) {
          return () -> {};
        }

        @Override
        public void failed(String sentence) {
          problems.add(sentence);
        }
      };
  private final List<Path> saved = new ArrayList<>();

  private List<String> lines(EvaluationFigure figure, EvaluationExport kind, String name)
      throws Exception {
    var file = folder.resolve(name);
    var work = new ExportWork(Runnable::run, Runnable::run, listener);
    var theme = new SimpleObjectProperty<>(Theme.LIGHT);
    new EvaluationExports(new FigureExports(work, theme, saved::add)).save(figure, kind, file);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Test
  void theNumbersOfTheFigureNameTheirPlot() throws Exception {
    var lines = lines(FIGURE, EvaluationExport.CSV, "e.csv");

    assertTrue(lines.contains("\"measure\",\"undecided\",,,,,,,0,,"), lines.toString());
    assertTrue(lines.contains("\"confusion\",\"\",\"'=no\",\"yes\",,,,1,,,"), lines.toString());
    assertTrue(
        lines.stream()
            .anyMatch(line -> line.startsWith("\"reliability\",\"0.7 to 0.8\",,,,,0.75,1,")),
        lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("\"risk\",\"\",,,0.625,1.0,,2,0.5,")),
        lines.toString());
    assertTrue(lines.contains("\"shares\",\"right\",,,,,,1,,0.75,0.8"), lines.toString());
    assertTrue(lines.contains("\"label-mass\",\"\",,,,,,1,,0.25,0.3"), lines.toString());
  }

  @Test
  void onePlotHasItsNumbersAndTheMeasures() throws Exception {
    var lines = lines(FIGURE.with(EvaluationPlot.RISK), EvaluationExport.CSV, "e.csv");

    assertEquals(
        List.of("measure", "risk"),
        lines.stream().skip(1).map(line -> line.split("\"", 3)[1]).distinct().toList());
  }

  @Test
  void theItemsAreThoseOfTheCommandLine() throws Exception {
    var lines = lines(FIGURE, EvaluationExport.ITEMS, "items.csv");

    assertEquals(3, lines.size());
    assertTrue(lines.getFirst().startsWith("place,x,y,choice,right,labelMass,"), lines.getFirst());
    assertTrue(
        lines.get(2).startsWith("\"line 3\",\"b\",\"'=no\",\"yes\",\"false\",0.25,"), lines.get(2));
  }

  @Test
  void theEndingOfTheNameDecides() throws Exception {
    lines(FIGURE, EvaluationExport.ITEMS, "e.json");

    assertEquals(FIGURE.evaluation(), EvaluationFile.read(folder.resolve("e.json")));
    assertEquals(List.of(folder.resolve("e.json")), saved);
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidWithItsReason() throws Exception {
    lines(FIGURE, EvaluationExport.JSON, "missing/e.json");

    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().startsWith("Not saved: "), problems.getFirst());
  }
}
