package kelvin.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import kelvin.workspace.evaluation.EvaluationFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evaluate --fit`, `--error` and `--sets`. If these fail, a correction, a threshold or sets are
/// judged on what they were fitted on, or say something else in JSON than in the text.
final class FitsAnswerTest {

  @TempDir private Path folder = Path.of("");

  /// The fake finds b more probable than c, but most labels are c.
  private String table() throws Exception {
    var rows = new StringBuilder("x,y,part\n");
    for (int i = 0; i < 24; i++) {
      rows.append((char) ('d' + i % 20))
          .append(i)
          .append(i % 3 == 0 ? ",b," : ",c,")
          .append(i < 14 ? "train\n" : "test\n");
    }
    return Files.writeString(folder.resolve("t.csv"), rows).toString();
  }

  private String[] arguments(String... more) throws Exception {
    var all =
        new ArrayList<>(
            List.of(
                "evaluate",
                table(),
                "--split",
                "column=part",
                "--layout",
                "{x}>{y}",
                "--shots",
                "2"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void whatIsFittedOnTheTrainPartIsJudgedOnTheTestPart() throws Exception {
    var outcome = CliRun.of(arguments("--fit", "--error", "0.5", "--sets", "0.8", "--json"));
    var json = outcome.json();

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(10, json.get("count").getAsInt());
    var correction = json.getAsJsonObject("correction");
    // Two of the fourteen are shown in the prompt.
    assertEquals(12, correction.get("count").getAsInt());
    assertTrue(outcome.err().contains("leaves out 2 of 14 pairs"), outcome.err());
    assertTrue(correction.get("gradientNorm").getAsDouble() < 1e-8);
    var biases = correction.getAsJsonObject("biases");
    assertTrue(biases.get("c").getAsDouble() > 0 && biases.get("b").getAsDouble() < 0);
    assertEquals(
        json.get("logLoss").getAsDouble(),
        correction.getAsJsonObject("before").get("logLoss").getAsDouble());
    assertTrue(
        correction.getAsJsonObject("after").get("logLoss").getAsDouble()
            < json.get("logLoss").getAsDouble());
    var sets = json.getAsJsonObject("sets");
    assertEquals(12, sets.get("count").getAsInt());
    assertEquals(10, sets.getAsJsonArray("items").size());
    assertTrue(json.has("threshold"));
  }

  @Test
  void anEvaluationWithFitsIsReadAsAnyOther() throws Exception {
    var json = CliRun.of(arguments("--fit", "--json"));
    var file = Files.writeString(folder.resolve("e.json"), json.out());

    assertEquals(10, EvaluationFile.read(file).items().size());
  }

  @Test
  void theTextSaysTheNumbersAndWhatTheyPromise() throws Exception {
    var out = CliRun.of(arguments("--fit", "--error", "0.9", "--sets", "0.8")).out();

    assertTrue(out.contains("correction fitted on 12 items of the train part: temperature "), out);
    assertTrue(out.contains("for an error of at most 90.00 %: on the train part it takes "), out);
    assertTrue(out.contains("sets of labels, calibrated on 12 items"), out);
    assertTrue(out.contains("drawn in the same way (exchangeable)"), out);
  }

  @Test
  void aSetOfTooFewItemsPromisesNothingAndSaysSo() throws Exception {
    var out = CliRun.of(arguments("--sets", "0.99")).out();

    assertTrue(out.contains("The train part is too small to promise 99.00 %"), out);
  }

  @Test
  void withoutATrainPartNothingIsMeasured() throws Exception {
    var table = Files.writeString(folder.resolve("all.csv"), "x,y\nk,b\nl,c\n").toString();

    var outcome = CliRun.of("evaluate", table, "--fit");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertTrue(outcome.err().contains("There is no train part to fit on"), outcome.err());
  }

  @Test
  void aCancelInTheTrainPartKeepsTheTestPartAndFitsNothing() throws Exception {
    var run = new CliRun().cancelledInRun(16);

    var outcome = run.run(arguments("--fit", "--json"));

    assertEquals(ExitCode.CANCELLED, outcome.code(), outcome.err());
    assertEquals(10, outcome.json().get("count").getAsInt());
    assertFalse(outcome.json().has("correction"));
    assertTrue(outcome.err().contains("nothing was fitted"), outcome.err());
  }

  @Test
  void labelsOfNoMassGetNoCorrectionAndAllLabelsInTheirSets() throws Exception {
    var outcome =
        new CliRun()
            .withImpossibleLabels()
            .run(arguments("--fit", "--error", "0.1", "--sets", "0.8", "--json"));

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertTrue(outcome.json().get("correction").isJsonNull());
    assertTrue(outcome.json().get("threshold").isJsonNull());
    assertEquals(2, outcome.json().getAsJsonObject("sets").get("meanSize").getAsDouble(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate sentiment --error 2|--error must be from 0 to 1",
        "evaluate sentiment --sets 1|--sets must be between 0 and 1",
        "evaluate sentiment --fit --csv|--csv has the items only",
      })
  void whatMakesNoSenseIsSaidInALine(String arguments, String words) {
    var run = CliRun.of(arguments.split(" "));

    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
  }
}
