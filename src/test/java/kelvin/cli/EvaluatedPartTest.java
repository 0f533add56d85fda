package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `evaluate` on a part of the data, and with prompts without content. If these fail, a part is
/// judged as if it were another question, or a run never ends.
final class EvaluatedPartTest {

  @TempDir private Path folder = Path.of("");

  private String file(String content) throws Exception {
    return Files.writeString(folder.resolve("t.csv"), content).toString();
  }

  @Test
  void oneItemIsStillAskedAboutAllLabels() throws Exception {
    var table = file("x,y\nk,b\nl,c\nm,d\n");

    var json = CliRun.of("evaluate", table, "--layout", "{x}>{y}", "--limit", "1", "--json").json();

    assertEquals(1, json.get("count").getAsInt());
    assertEquals("[\"b\",\"c\",\"d\"]", json.getAsJsonArray("labels").toString());
  }

  @Test
  void aRightLabelMayBeAnySpellingOfAJoinedOne() throws Exception {
    var table = file("x,y\nk,b\nl,B\nm,c\n");

    var run = CliRun.of("evaluate", table, "--layout", "{x}>{y}", "--labels", "b|B,c", "--json");

    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("[\"b\",\"c\"]", run.json().getAsJsonArray("labels").toString());
    assertEquals("[[2,0],[1,0]]", run.json().getAsJsonArray("confusion").toString());
  }

  @Test
  void labelsOfATableWithBarsAreNotJoined() throws Exception {
    var table = file("x,y\nk,b|c\nl,c\n");

    var run = CliRun.of("evaluate", table, "--layout", "{x}>{y}", "--json");

    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals("[\"b|c\",\"c\"]", run.json().getAsJsonArray("labels").toString());
  }

  @Test
  void aSortedTableShowsEachLabel() throws Exception {
    var table = file("x,y,part\n1,b,train\n2,b,train\n3,b,train\n4,c,train\na,b,test\nz,c,test\n");

    var outcome =
        CliRun.of(
            "evaluate", table, "--split", "column=part", "--layout", "{x}>{y}", "--shots", "2");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertFalse(outcome.err().contains("never have"), outcome.err());
  }

  @Test
  void examplesWithoutALabelAreSaid() throws Exception {
    var table = file("x,y\nk,b\nl,d\nm,c\n");
    var task =
        task(
            "{\"kelvin\": \"task\", \"version\": 1, \"name\": \"Letters\","
                + " \"layout\": {\"template\": \"{x}>{y}\", \"separator\": \"\\n\"},"
                + " \"labels\": [\"b\", \"c\", \"d\"],"
                + " \"examples\": [{\"x\": \"1\", \"y\": \"b\"}, {\"x\": \"2\", \"y\": \"c\"},"
                + " {\"x\": \"3\", \"y\": \"b\"}]}");

    var outcome = CliRun.of("evaluate", table, "--task", task);

    assertTrue(outcome.err().contains("The examples in the prompt never have 'd'."), outcome.err());
  }

  private String task(String content) throws Exception {
    return Files.writeString(folder.resolve("task.json"), content).toString();
  }

  @Test
  @Timeout(60)
  void inputsWithoutContentThatAreTooLongEndTheRunWithASentence() throws Exception {
    var table = file("x,y\nk,b\nl,c\n");

    var outcome =
        CliRun.of(
            "evaluate",
            table,
            "--task",
            LetterTask.in(folder),
            "--normalize",
            "pmi",
            "--content-free",
            "k".repeat(40));

    assertEquals(ExitCode.UNUSABLE, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("2 of 2 inputs are too long"), outcome.err());
  }

  @Test
  void examplesMakeRoomForInputsWithoutContentAndTheShortInputStays() throws Exception {
    var outcome =
        CliRun.of(
            "evaluate",
            LetterTask.in(folder),
            "--normalize",
            "pmi",
            "--content-free",
            "k".repeat(24),
            "--too-long",
            "shorten",
            "--json");

    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
    assertEquals(2, outcome.json().get("count").getAsInt(), outcome.err());
    assertEquals(2, outcome.json().get("shortened").getAsInt());
    assertEquals("[]", outcome.json().getAsJsonArray("leftOut").toString());
  }

  @Test
  void aTrainPairThatIsTooLongKeepsTheTestPartAndSaysWhyNothingWasFitted() throws Exception {
    var table = file("x,y,part\n" + "k".repeat(40) + ",b,train\nl,c,train\na,b,test\nz,c,test\n");

    var outcome =
        CliRun.of(
            "evaluate",
            table,
            "--split",
            "column=part",
            "--layout",
            "{x}>{y}",
            "--shots",
            "0",
            "--fit",
            "--json");

    assertEquals(ExitCode.UNUSABLE, outcome.code(), outcome.err());
    assertEquals(2, outcome.json().get("count").getAsInt());
    assertTrue(
        outcome
            .err()
            .contains(
                "Nothing was fitted. In the train part: 1 of 2 inputs are too long for the model's"
                    + " context of 32 tokens"),
        outcome.err());
    assertTrue(outcome.err().contains("See --too-long and --shots."), outcome.err());
  }

  @Test
  void aTextWithoutAPlaceForTheInputIsRefused() throws Exception {
    var table = file("x,y\nk,b\nl,c\n");
    var task = task("{\"kelvin\": \"task\", \"version\": 1, \"name\": \"T\", \"text\": \"Say:\"}");

    var outcome = CliRun.of("evaluate", table, "--task", task, "--way", "text");

    assertEquals(ExitCode.USAGE, outcome.code(), outcome.err());
    assertTrue(
        outcome.err().contains("the task's text has no {x} that says where the input goes"),
        outcome.err());
    assertEquals("", outcome.out());
  }
}
