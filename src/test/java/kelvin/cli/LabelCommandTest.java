package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `label`, `prompt` and `sweep` on a fake model with a context of 32 bytes.
final class LabelCommandTest {

  private static final String TASK =
      """
      {"kelvin": "task", "version": 1, "name": "Letters",
       "layout": {"template": "{x}>{y}", "separator": "\\n"},
       "labels": ["b", "c"],
       "examples": [{"x": "1", "y": "b"}, {"x": "2", "y": "c"}, {"x": "3", "y": "b"}],
       "tests": [{"x": "a", "y": "b"}, {"x": "z", "y": "c"}]}
      """;

  @TempDir private Path folder = Path.of("");

  private String task() throws Exception {
    return Files.writeString(folder.resolve("task.json"), TASK).toString();
  }

  private static JsonObject label(JsonObject answer, int index) {
    return answer.getAsJsonArray("labels").get(index).getAsJsonObject();
  }

  @Test
  void labelsAreWorthWhatScoreGivesTheirTokens() {
    var json = CliRun.of("label", "--prompt", "ab", "--labels", "cd,x", "--json").json();
    var tokens = CliRun.of("score", "abcd", "--json").json().getAsJsonArray("tokens");

    double expected =
        IntStream.of(3, 4)
            .mapToDouble(i -> tokens.get(i).getAsJsonObject().get("logProbability").getAsDouble())
            .sum();
    assertEquals(expected, label(json, 0).get("totalLogProbability").getAsDouble(), 1e-12);
    assertEquals(2, label(json, 0).getAsJsonArray("tokens").size());
    assertEquals("cd", json.get("choice").getAsString());
    assertEquals(
        List.of(
            "model",
            "prompt",
            "normalization",
            "labels",
            "contentFree",
            "boundary",
            "choice",
            "answer"),
        List.copyOf(json.keySet()));
  }

  @Test
  void aContentFreeInputTakesThePlaceOfTheInput() {
    var json =
        CliRun.of(
                "label",
                "--prompt",
                "{x}:",
                "--input",
                "abc",
                "--labels",
                "a,b",
                "--normalize",
                "contextual",
                "--json")
            .json();

    assertEquals("abc:", json.get("prompt").getAsString());
    var prompts =
        json.getAsJsonArray("contentFree").asList().stream()
            .map(each -> each.getAsJsonObject().get("prompt").getAsString())
            .toList();
    assertEquals(List.of("N/A:", ":", "[MASK]:"), prompts);
    assertEquals(
        1,
        label(json, 0).get("share").getAsDouble() + label(json, 1).get("share").getAsDouble(),
        1e-12);
  }

  @Test
  void aTaskBringsItsLabels() throws Exception {
    var run = CliRun.of("label", "--task", task(), "--shots", "1", "--json");

    assertEquals("1>b\na>", run.json().get("prompt").getAsString());
    assertEquals("b", run.json().get("answer").getAsString());
  }

  @Test
  void peopleSeeATableAndWhatToMind() {
    var run = CliRun.of("label", "--prompt", "a", "--labels", "b,bc");

    assertTrue(run.out().contains("choice: b (log-likelihood)"), run.out());
    assertTrue(run.err().contains("The probability of 'b' holds that of 'bc'"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label --prompt a|2|--labels or --label must say",
        "label --prompt a --labels b --normalize longest|2|--normalize must be one of none",
        "label --prompt a --labels b --content-free x|2|--content-free is for",
        "label --prompt a --labels b --shots 2|2|compose the prompt of a --task",
        "label --prompt-ids 1 --labels b|2|give the prompt as text",
        "label --prompt a --labels b,,c|3|Label 2 of 3 is empty",
        "label --prompt a --labels b,b|3|Labels 1 and 2 are both 'b'",
        "label --prompt aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --labels b|3|37 tokens, 5 more",
        "label --task nothing|3|no task of this name comes with Kelvin",
        "prompt sentiment --shots 99|2|--shots must be from 0 to 12",
        "prompt sentiment --order 1,1|2|each once",
        "prompt sentiment --order up|2|--order must be given, shuffled or places",
        "prompt sentiment --layout {y}|2|--layout: a layout needs {x}",
        "prompt sentiment --test 9|2|--test must be from 1 to 6",
        "prompt story --way few|2|--way must be",
        "prompt story --way zero-shot|2|no zero-shot template",
        "prompt|2|name a task file",
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
    assertFalse(run.err().contains("should not happen"), run.err());
  }

  @Test
  void thePromptIsWrittenWithNothingBehindIt() throws Exception {
    assertEquals("1>b\n2>c\na>", CliRun.of("prompt", task(), "--shots", "2").out());
    assertEquals("3>b\n1>b\na>", CliRun.of("prompt", task(), "--order", "3,1").out());
    assertEquals(
        "1=b\nz=",
        CliRun.of("prompt", task(), "--shots", "1", "--layout", "{x}={y}", "--test", "2").out());
    assertEquals(
        CliRun.of("prompt", task(), "--order", "shuffled", "--seed", "3").out(),
        CliRun.of("prompt", task(), "--order", "shuffled", "--seed", "3").out());
    assertTrue(CliRun.of("prompt", "--list").out().contains("sums-with-a-tilde"));
  }

  @Test
  void aCheckMeasuresItsFixes() throws Exception {
    var task = TASK.replace("\"x\": \"a\"", "\"x\": \"1\"");
    var file = Files.writeString(folder.resolve("copied.json"), task).toString();

    var json = CliRun.of("prompt", file, "--check", "--json").json();

    var finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertEquals("example-is-question", finding.get("rule").getAsString());
    assertEquals("Mute example 1", finding.get("fix").getAsString());
    assertTrue(finding.get("answerProbabilityFixed").getAsDouble() > 0);
  }

  @Test
  void examplesAreDroppedOnlyWhenAsked() throws Exception {
    var input = "a".repeat(24);

    var refused = CliRun.of("label", "--task", task(), "--input", input);
    var fitted =
        CliRun.of("label", "--task", task(), "--input", input, "--drop", "first", "--json");

    assertEquals(ExitCode.UNUSABLE, refused.code());
    assertTrue(refused.err().contains("Nothing was cut"), refused.err());
    assertEquals("3>b\n" + input + ">", fitted.json().get("prompt").getAsString());
    assertTrue(
        fitted.err().contains("left out example 1, 2 so that the prompt fits: 31 tokens"),
        fitted.err());
  }

  @Test
  void aSweepHasAPointForEachPrompt() throws Exception {
    var json =
        CliRun.of("sweep", task(), "--at", "0,2", "--draws", "3", "--tests", "2", "--json").json();

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
  void everyKindOfSweepAnswersInEveryForm() throws Exception {
    for (var kind : List.of("shots", "order", "template", "leave-one-out")) {
      // in the longest layout only the question fits the fake's context
      var shots = kind.equals("template") ? "0" : "2";
      var json = CliRun.of("sweep", task(), "--kind", kind, "--shots", shots, "--json");
      var csv = CliRun.of("sweep", task(), "--kind", kind, "--shots", shots, "--csv");
      var text = CliRun.of("sweep", task(), "--kind", kind, "--shots", shots, "--progress");

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

    assertEquals(ExitCode.CANCELLED, run.run("sweep", task()).code());
  }
}
