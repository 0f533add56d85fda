package kelvin.workspace.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Decision;
import kelvin.workspace.file.WorkspaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, an evaluation that took an hour cannot be drawn or compared later.
class EvaluationFileTest {

  private static final Evaluation EVALUATION =
      new Evaluation(
          new Evaluation.Facts(
              "tiny",
              "pairs.csv",
              new Evaluation.PromptFacts("Letters", "few-shot", 3, 42),
              "pmi",
              new Evaluation.Extent(4, true, List.of("line 9"), 1.5)),
          List.of("b \"quoted\"", "c"),
          List.of(
              new Evaluation.Item(
                  "line 2", "a\nb", Decision.of(List.of(0.1 + 0.2, 0.7), 1), 0.25, false),
              new Evaluation.Item(
                  "line 3",
                  "=x",
                  Decision.of(List.of(Double.NaN, Double.NaN), 0),
                  Double.NaN,
                  true)));

  @TempDir private Path folder = Path.of("");

  private Evaluation read(String text) throws Exception {
    return EvaluationFile.read(Files.writeString(folder.resolve("e.json"), text));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    assertEquals(EVALUATION, read(EvaluationFile.text(EVALUATION)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|it is no evaluation",
        "{\"labels\": [], \"items\": [], \"confusion\": []}|it has no labels",
        "{\"labels\": [\"b\", \"c\", \"b\"], \"items\": [], \"confusion\": []}|has “b” twice",
        "{\"labels\": [\"b\"], \"items\": [{\"y\": \"c\"}], \"confusion\": []}|one of the labels",
        "{\"labels\": [\"b\"], \"items\": [{\"y\": \"b\", \"choice\": \"b\"}], \"confusion\": []}"
            + "|must have a number for each label",
        "{\"labels\": [\"b\"], \"items\": [{\"y\": \"b\", \"probabilities\": {\"b\": 2}}],"
            + " \"confusion\": []}|a probability from 0 to 1",
      })
  void whatIsNoEvaluationIsRefused(String text, String words) {
    var e = assertThrows(WorkspaceException.class, () -> read(text));

    assertTrue(e.reason().contains(words), e.reason());
  }
}
