package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `sweep` on a fake model with a context of 32 bytes.
final class SweepCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aSweepHasAPointForEachPrompt() throws Exception {
    var json =
        CliRun.of(
                "sweep",
                LetterTask.in(folder),
                "--at",
                "0,2",
                "--draws",
                "3",
                "--tests",
                "2",
                "--json")
            .json();

    assertEquals("shots", json.get("kind").getAsString());
    assertEquals(8, json.getAsJsonArray("points").size());
    var curve = json.getAsJsonArray("curve");
    assertEquals(2, curve.size());
    assertEquals(3, curve.get(0).getAsJsonObject().get("draws").getAsInt());
    assertEquals(2, json.getAsJsonArray("labelCurves").size());
    var tokens = json.getAsJsonObject("tokens");
    assertTrue(tokens.get("run").getAsLong() < tokens.get("naive").getAsLong());
  }

  @Test
  void noCellOfTheTableIsAFormula() throws Exception {
    var task = LetterTask.TEXT.replace("\"a\"", "\"=a\"");
    var file = Files.writeString(folder.resolve("formula.json"), task).toString();

    var csv = CliRun.of("sweep", file, "--kind", "shots", "--shots", "0", "--csv");

    assertEquals(0, csv.code(), csv.err());
    assertTrue(csv.out().contains(",'=a,"), csv.out());
  }

  @Test
  void everyKindOfSweepAnswersInEveryForm() throws Exception {
    for (var kind : List.of("shots", "order", "template", "leave-one-out")) {
      // in the longest layout only the question fits the fake's context
      var shots = kind.equals("template") ? "0" : "2";
      var json =
          CliRun.of("sweep", LetterTask.in(folder), "--kind", kind, "--shots", shots, "--json");
      var csv =
          CliRun.of("sweep", LetterTask.in(folder), "--kind", kind, "--shots", shots, "--csv");
      var text =
          CliRun.of("sweep", LetterTask.in(folder), "--kind", kind, "--shots", shots, "--progress");

      int points = json.json().getAsJsonArray("points").size();
      assertEquals(2L * points + 1, csv.out().lines().count(), kind);
      assertTrue(csv.out().startsWith("kind,name,shots,order,draw,test,input,answer,label,"), kind);
      assertTrue(text.out().contains("tokens run instead of"), text.out());
      assertTrue(text.err().contains(points + " of " + points + " prompts"), text.err());
    }
  }

  @Test
  void aCancelledSweepEndsWithItsCode() throws Exception {
    var run = new CliRun();
    run.cancellation().cancel();

    assertEquals(ExitCode.CANCELLED, run.run("sweep", LetterTask.in(folder)).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sweep story|2|a sweep varies examples",
        "sweep sentiment --kind length|2|--kind must be one of shots, order",
        "sweep sentiment --at 0,99|2|--at takes different numbers from 0 to 12",
        "sweep sentiment --csv --json|2|choose one",
        "sweep sentiment --at 0,1|3|more than the model's context of 32",
      })
  void whatCannotBeDoneIsSaidInALine(String arguments, int code, String words) {
    var run = CliRun.of(arguments.split(" "));

    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(run.err().contains("Kelvin has a defect"), run.err());
  }
}
