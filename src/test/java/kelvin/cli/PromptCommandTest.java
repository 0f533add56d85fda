package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `prompt` on a fake model with a context of 32 bytes.
final class PromptCommandTest {

  @TempDir private Path folder = Path.of("");

  private String task() throws Exception {
    return LetterTask.in(folder);
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

  private String file(String task) throws Exception {
    return Files.writeString(folder.resolve("checked.json"), task).toString();
  }

  private JsonObject check(String task) throws Exception {
    return CliRun.of("prompt", file(task), "--check", "--json").json();
  }

  /// A task of a text alone.
  private static String text(String prompt) {
    return "{\"kelvin\": \"task\", \"version\": 1, \"name\": \"T\", \"text\": \"" + prompt + "\"}";
  }

  private static JsonObject finding(JsonObject answer, String rule) {
    return answer.getAsJsonArray("findings").asList().stream()
        .map(each -> each.getAsJsonObject())
        .filter(each -> each.get("rule").getAsString().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + rule + " in " + answer));
  }

  private static double probability(String prompt, String label) {
    return label(prompt, label).get("probability").getAsDouble();
  }

  private static JsonObject label(String prompt, String label) {
    return firstLabel("label", "--prompt", prompt, "--label", label, "--json");
  }

  private static JsonObject firstLabel(String... arguments) {
    return CliRun.of(arguments).json().getAsJsonArray("labels").get(0).getAsJsonObject();
  }

  @Test
  void aCheckMeasuresItsFixes() throws Exception {
    var json = check(LetterTask.TEXT.replace("\"x\": \"a\"", "\"x\": \"1\""));

    var finding = finding(json, "example-is-question");
    assertEquals("Mute example 1", finding.get("fix").getAsString());
    double before = probability("1>b\n2>c\n3>b\n1>", "b");
    double after = probability("2>c\n3>b\n1>", "b");
    assertEquals(before, json.get("answerProbability").getAsDouble(), 1e-12);
    assertEquals(after, finding.get("answerProbabilityFixed").getAsDouble(), 1e-12);
    var effect = finding.getAsJsonObject("effect");
    assertEquals(List.of("measure", "of", "before", "after"), List.copyOf(effect.keySet()));
    assertEquals("probability", effect.get("measure").getAsString());
    assertEquals("b", effect.get("of").getAsString());
    assertEquals(before, effect.get("before").getAsDouble(), 1e-12);
    assertEquals(after, effect.get("after").getAsDouble(), 1e-12);
  }

  @Test
  void aCheckForPeopleNamesTheRightAnswer() throws Exception {
    var file = file(LetterTask.TEXT.replace("\"x\": \"a\"", "\"x\": \"1\""));

    var run = CliRun.of("prompt", file, "--check");

    assertTrue(run.out().contains("\n  Mute example 1: P(b) "), run.out());
    assertTrue(run.out().contains(" → "), run.out());
    assertEquals("nothing found\n", CliRun.of("prompt", task(), "--check").out());
  }

  @Test
  void withoutLabelsThePromptAloneCanFillTheContext() throws Exception {
    var json = check(text("a".repeat(29)));

    var finding = finding(json, "context-nearly-full");
    assertTrue(
        finding.get("sentence").getAsString().contains("30 of the model's 32"),
        finding.get("sentence").getAsString());
  }

  @Test
  void anotherNormalisationIsMeasuredByTheShareOfTheRightAnswer() throws Exception {
    var task = LetterTask.TEXT.replace("[\"b\", \"c\"]", "[\"b\", \"cc\"]");

    var finding = finding(check(task), "label-lengths");

    var file = file(task);
    var whole = firstLabel("label", "--task", file, "--json");
    var perToken = firstLabel("label", "--task", file, "--normalize", "tokens", "--json");
    var effect = finding.getAsJsonObject("effect");
    assertEquals("share", effect.get("measure").getAsString());
    assertEquals("b", effect.get("of").getAsString());
    assertEquals(whole.get("share").getAsDouble(), effect.get("before").getAsDouble(), 1e-12);
    assertEquals(perToken.get("share").getAsDouble(), effect.get("after").getAsDouble(), 1e-12);
    assertTrue(finding.get("answerProbabilityFixed").isJsonNull(), "it stays what it was");
  }

  @Test
  void withoutLabelsTheMostProbableNextTokenIsMeasured() throws Exception {
    var json = check(text("ab "));

    var next =
        CliRun.of("next", "--prompt", "ab ", "--json")
            .json()
            .getAsJsonArray("candidates")
            .get(0)
            .getAsJsonObject();
    var effect = finding(json, "trailing-space").getAsJsonObject("effect");
    assertEquals("probability", effect.get("measure").getAsString());
    assertEquals(next.get("token").getAsString(), effect.get("of").getAsString());
    assertEquals(next.get("probability").getAsDouble(), effect.get("before").getAsDouble(), 1e-12);
    assertEquals(
        probability("ab", " " + next.get("token").getAsString()),
        effect.get("after").getAsDouble(),
        1e-12);
    assertTrue(json.get("answerProbability").isJsonNull(), "nobody named a right answer");
  }

  @Test
  void withoutARightAnswerTheFirstLabelIsMeasured() throws Exception {
    var task = LetterTask.TEXT.replace("\"x\": \"a\", \"y\": \"b\"", "\"x\": \"1\"");

    var json = check(task);

    var effect = finding(json, "example-is-question").getAsJsonObject("effect");
    assertEquals("b", effect.get("of").getAsString());
    assertEquals(probability("1>b\n2>c\n3>b\n1>", "b"), effect.get("before").getAsDouble(), 1e-12);
    assertTrue(json.get("answerProbability").isJsonNull(), "nobody named a right answer");
  }

  @Test
  void aPromptThatIsTooLongIsMeasuredOnceItFits() throws Exception {
    var input = "a".repeat(18);

    var json = check(LetterTask.TEXT.replace("\"x\": \"a\"", "\"x\": \"" + input + "\""));

    var finding = finding(json, "context-nearly-full");
    assertTrue(json.get("answerProbability").isJsonNull(), "it cannot be told");
    assertEquals(
        probability("1>b\n2>c\n" + input + ">", "b"),
        finding.get("answerProbabilityFixed").getAsDouble(),
        1e-12);
    assertTrue(finding.get("effect").isJsonNull(), "there is nothing to compare with");
  }

  @Test
  void aTextThatIsTooLongIsFoundWithoutANextToken() throws Exception {
    var finding = finding(check(text("a".repeat(40))), "context-nearly-full");

    assertTrue(finding.get("sentence").getAsString().contains("9 more than"));
    assertTrue(finding.get("effect").isJsonNull(), "the model cannot see it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompt sentiment --shots 99|2|--shots must be from 0 to 12",
        "prompt sentiment --order 1,1|2|each once",
        "prompt sentiment --order up|2|--order must be given, shuffled or places",
        "prompt sentiment --layout {y}|2|--layout: a layout needs {x}",
        "prompt sentiment --test 9|2|--test must be from 1 to 6",
        "prompt story --way few|2|--way must be",
        "prompt story --way zero-shot|2|no zero-shot template",
        "prompt|2|name a task file",
      })
  void whatCannotBeDoneIsSaidInALine(String arguments, int code, String words) {
    var run = CliRun.of(arguments.split(" "));

    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(run.err().contains("Kelvin has a defect"), run.err());
  }
}
