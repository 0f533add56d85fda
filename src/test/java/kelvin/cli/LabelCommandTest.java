package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `label` on a fake model with a context of 32 bytes.
final class LabelCommandTest {

  @TempDir private Path folder = Path.of("");

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
            "outside",
            "choice",
            "answer",
            "labelMass",
            "confidence",
            "runnerUp"),
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
    var run = CliRun.of("label", "--task", LetterTask.in(folder), "--shots", "1", "--json");

    assertEquals("1>b\na>", run.json().get("prompt").getAsString());
    assertEquals("b", run.json().get("answer").getAsString());
  }

  @Test
  void theDecisionIsSaidWithItsConfidencesAndWhatWouldChangeIt() {
    var json = CliRun.of("label", "--prompt", "a", "--labels", "b,c,d", "--json").json();
    var text = CliRun.of("label", "--prompt", "a", "--labels", "b,c,d").out();

    var shares =
        IntStream.range(0, 3).mapToDouble(i -> label(json, i).get("share").getAsDouble()).toArray();
    var confidence = json.getAsJsonObject("confidence");
    assertEquals("b", json.get("choice").getAsString());
    assertEquals(shares[0], confidence.get("maximum").getAsDouble(), 1e-12);
    assertEquals(shares[0] - shares[1], confidence.get("margin").getAsDouble(), 1e-12);
    double entropy = 0;
    for (double share : shares) {
      entropy -= share * Math.log(share);
    }
    assertEquals(1 - entropy / Math.log(3), confidence.get("entropy").getAsDouble(), 1e-12);
    assertEquals(
        (shares[0] - 1.0 / 3) / (2.0 / 3), confidence.get("normalized").getAsDouble(), 1e-12);
    assertEquals(1 - json.get("outside").getAsDouble(), json.get("labelMass").getAsDouble(), 1e-12);
    var next = json.getAsJsonObject("runnerUp");
    assertEquals("c", next.get("label").getAsString());
    assertEquals(Math.log(shares[0] / shares[1]), next.get("distanceNats").getAsDouble(), 1e-9);
    assertTrue(text.contains("next is c, 0.13 nats behind"), text);
    assertTrue(text.contains("largest share 0."), text);
  }

  @Test
  void joinedSpellingsAreOneLabelWithTheSumOfTheirProbabilities() {
    var alone = CliRun.of("label", "--prompt", "a", "--labels", "b,c,d", "--json").json();
    var run = CliRun.of("label", "--prompt", "a", "--labels", "b|d,c", "--answer", "d", "--json");
    var text = CliRun.of("label", "--prompt", "a", "--labels", "b|d,c").out();

    var json = run.json();
    double sum =
        label(alone, 0).get("probability").getAsDouble()
            + label(alone, 2).get("probability").getAsDouble();
    assertEquals(2, json.getAsJsonArray("labels").size());
    assertEquals("b", label(json, 0).get("label").getAsString());
    assertEquals(sum, label(json, 0).get("probability").getAsDouble(), 1e-12);
    assertEquals(2, label(json, 0).getAsJsonArray("spellings").size());
    assertEquals("b", json.get("answer").getAsString());
    assertEquals(alone.get("labelMass").getAsDouble(), json.get("labelMass").getAsDouble(), 1e-12);
    assertTrue(text.contains("b is joined of b 11.75 %, d 9.15 %"), text);
  }

  @Test
  void aBarWithABackslashIsPartOfALabel() {
    var json = CliRun.of("label", "--prompt", "a", "--labels", "b\\|,c", "--json").json();

    assertEquals("b|", label(json, 0).get("label").getAsString());
    assertEquals(2, label(json, 0).get("count").getAsInt());
  }

  @Test
  void aSingleLabelHasNoRunnerUp() {
    var json = CliRun.of("label", "--prompt", "a", "--labels", "b", "--json").json();
    var text = CliRun.of("label", "--prompt", "a", "--labels", "b").out();

    assertTrue(json.get("runnerUp").isJsonNull());
    assertTrue(json.getAsJsonObject("confidence").get("entropy").isJsonNull());
    assertTrue(text.contains("the only label"), text);
    assertTrue(text.contains("1 − H/ln n not defined"), text);
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
        "label --prompt a --labels b --input c|2|--input needs {x} in the prompt",
        "label --prompt a --labels b,c --input d --normalize pmi|2|--input needs {x} in the prompt",
        "label --prompt-ids 1 --labels b|2|give the prompt as text",
        "label --prompt a --labels b,,c|3|Label 2 of 3 is empty",
        "label --prompt a --labels b,b|3|Labels 1 and 2 are both 'b'",
        "label --prompt aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --labels b|3|37 tokens, 5 more",
        "label --task nothing|3|no task of this name comes with Kelvin",
      })
  void whatCannotBeDoneIsSaidInALine(String arguments, int code, String words) {
    var run = CliRun.of(arguments.split(" "));

    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(run.err().contains("Kelvin has a defect"), run.err());
  }

  @Test
  void examplesAreDroppedOnlyWhenAsked() throws Exception {
    var input = "a".repeat(24);

    var refused = CliRun.of("label", "--task", LetterTask.in(folder), "--input", input);
    var fitted =
        CliRun.of(
            "label",
            "--task",
            LetterTask.in(folder),
            "--input",
            input,
            "--drop",
            "first",
            "--json");

    assertEquals(ExitCode.UNUSABLE, refused.code());
    assertTrue(refused.err().contains("Nothing was cut"), refused.err());
    assertEquals("3>b\n" + input + ">", fitted.json().get("prompt").getAsString());
    assertTrue(
        fitted.err().contains("left out example 1, 2 so that the prompt fits: 31 tokens"),
        fitted.err());
  }
}
