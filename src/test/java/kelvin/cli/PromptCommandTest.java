package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void aCheckMeasuresItsFixes() throws Exception {
    var task = LetterTask.TEXT.replace("\"x\": \"a\"", "\"x\": \"1\"");
    var file = Files.writeString(folder.resolve("copied.json"), task).toString();

    var json = CliRun.of("prompt", file, "--check", "--json").json();

    var finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertEquals("example-is-question", finding.get("rule").getAsString());
    assertEquals("Mute example 1", finding.get("fix").getAsString());
    assertTrue(finding.get("answerProbabilityFixed").getAsDouble() > 0);
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
    assertFalse(run.err().contains("should not happen"), run.err());
  }
}
