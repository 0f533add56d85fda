package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `answers` on a fake model of bytes that foretells the next letter. If these fail, scripts get
/// wrong answers, or do not learn how much was not looked at.
final class AnswersCommandTest {

  @TempDir private Path folder = Path.of("");

  private static List<JsonObject> answers(JsonObject json) {
    return json.getAsJsonArray("answers").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static double probability(JsonObject answer) {
    return answer.get("probability").getAsDouble();
  }

  private static Stream<JsonObject> complete(JsonObject json) {
    return answers(json).stream().filter(answer -> answer.get("complete").getAsBoolean());
  }

  @Test
  void anAnswerIsWorthWhatScoreGivesItsTokens() {
    var json =
        CliRun.of("answers", "--prompt", "a", "--stop-text", "c", "--budget", "5", "--json").json();
    var first =
        complete(json).filter(each -> each.get("text").getAsString().equals("b")).findFirst().get();
    var tokens = CliRun.of("score", "abc", "--json").json().getAsJsonArray("tokens");

    double expected =
        Stream.of(2, 3)
            .mapToDouble(i -> tokens.get(i).getAsJsonObject().get("logProbability").getAsDouble())
            .sum();
    assertEquals(expected, first.get("logProbability").getAsDouble(), 1e-12);
    assertEquals(Math.exp(expected), probability(first), 1e-12);
    assertEquals(2, first.getAsJsonArray("ids").size());
    assertEquals(
        List.of(
            "model",
            "prompt",
            "stopText",
            "answers",
            "count",
            "covered",
            "unexplored",
            "runs",
            "end"),
        List.copyOf(json.keySet()));
    assertEquals(
        List.of("text", "ids", "logProbability", "probability", "complete"),
        List.copyOf(first.keySet()));
  }

  @Test
  void whatIsListedAndWhatWasNotExpandedMakeOne() {
    var json =
        CliRun.of("answers", "--prompt", "x", "--stop-text", "z", "--budget", "40", "--json")
            .json();

    double covered = complete(json).mapToDouble(AnswersCommandTest::probability).sum();
    assertEquals(json.get("covered").getAsDouble(), covered, 1e-12);
    assertEquals(1, covered + json.get("unexplored").getAsDouble(), 1e-9);
    assertEquals(40, json.get("runs").getAsInt());
    assertEquals("budget", json.get("end").getAsString());
    assertEquals(complete(json).count(), json.get("count").getAsLong());
  }

  @Test
  void aLineEndEndsAnAnswerUnlessToldOtherwise() {
    var json = CliRun.of("answers", "--prompt", "\t", "--budget", "1", "--json").json();

    assertEquals("\n", json.get("stopText").getAsString());
    assertEquals("", complete(json).findFirst().orElseThrow().get("text").getAsString());
  }

  @Test
  void aTaskAsksItsPromptAndItsLabelsAreMarked() throws Exception {
    var task = LetterTask.in(folder);

    var run =
        CliRun.of("answers", "--task", task, "--shots", "1", "--stop-text", "c", "--budget", "300");
    var json =
        CliRun.of(
                "answers",
                "--task",
                task,
                "--shots",
                "1",
                "--stop-text",
                "d",
                "--budget",
                "900",
                "--json")
            .json();

    assertEquals("1>b\na>", json.get("prompt").getAsString());
    assertTrue(run.out().lines().anyMatch(line -> line.endsWith("right answer")), run.out());
    var label =
        complete(json).filter(answer -> answer.get("text").getAsString().equals("c")).findFirst();
    assertEquals("c", label.orElseThrow().get("label").getAsString());
  }

  @Test
  void peopleSeeATableThatATerminalShowsAsItIs() {
    var run =
        CliRun.of("answers", "--prompt", "a", "--stop-text", "d", "--budget", "3", "--top", "4");

    assertTrue(run.out().contains("not expanded. After 3 runs, the budget"), run.out());
    assertTrue(run.out().lines().anyMatch(line -> line.contains("…")), run.out());
    assertEquals(List.of(), run.out().chars().filter(c -> c < ' ' && c != '\n').boxed().toList());
    assertEquals(1 + 4 + 2, run.out().lines().count());
  }

  @Test
  void anInputTakesItsPlaceInThePrompt() {
    var json =
        CliRun.of("answers", "--prompt", "{x}:", "--input", "ab", "--budget", "1", "--json").json();

    assertEquals("ab:", json.get("prompt").getAsString());
  }

  @Test
  void whatWasFoundBeforeACancellationIsPrinted() {
    var run = new CliRun().cancelledInRun(3);

    var outcome = run.run("answers", "--prompt", "a", "--stop-text", "d", "--json");

    assertEquals(ExitCode.CANCELLED, outcome.code());
    assertEquals("cancelled", outcome.json().get("end").getAsString());
    assertEquals(2, outcome.json().get("runs").getAsInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "answers --prompt a --mass 0|2|--mass must be above 0 and at most 1, was 0.0",
        "answers --prompt a --mass nan|2|--mass must be above 0",
        "answers --prompt a --budget -1|2|--budget must be 0 or more, was -1",
        "answers --prompt a --max-tokens 0|2|--max-tokens must be 1 or more, was 0",
        "answers --prompt a --top -1|2|--top must be 0 or more, was -1",
        "answers --prompt a --shots 2|2|compose the prompt of a --task",
        "answers --prompt a --input c|2|--input needs {x} in the prompt",
        "answers --prompt-ids 1 --input c|2|leave out --input",
        "answers --prompt-ids 1 --drop first|2|leave out --drop",
        "answers|2|Missing required argument",
        "answers --prompt aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|3|36 tokens",
        "answers --task nothing|3|no task of this name comes with Kelvin",
      })
  void whatCannotBeDoneIsSaidInALine(String arguments, int code, String words) {
    var run = CliRun.of(arguments.split(" "));

    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(run.err().contains("Kelvin has a defect"), run.err());
  }

  @Test
  void anEmptyStopTextIsRefused() {
    var run = CliRun.of("answers", "--prompt", "a", "--stop-text", "");

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("ends every answer before it begins"), run.err());
  }

  @Test
  void examplesAreDroppedOnlyWhenAsked() throws Exception {
    var input = "a".repeat(24);
    var task = LetterTask.in(folder);

    var refused = CliRun.of("answers", "--task", task, "--input", input);
    var fitted =
        CliRun.of("answers", "--task", task, "--input", input, "--drop", "first", "--json");

    assertEquals(ExitCode.UNUSABLE, refused.code());
    assertEquals("3>b\n" + input + ">", fitted.json().get("prompt").getAsString());
  }
}
