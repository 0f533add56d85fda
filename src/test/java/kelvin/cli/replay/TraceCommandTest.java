package kelvin.cli.replay;

import static kelvin.cli.replay.RecordRun.objects;
import static kelvin.cli.replay.RecordRun.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `generate --trace` and `next --trace` on a fake model of bytes. If these fail, a record shows
/// other numbers than the model gave, or opens a model that it is to do without.
final class TraceCommandTest {

  @TempDir private Path folder;

  @Test
  void aTraceShowsTheDistributionOfEachStepWithoutTheModel() {
    var trace = folder.resolve("a.kelvin-trace").toString();
    var made = run("generate", "--prompt", "a", "--max-tokens", "4", "--trace", trace, "--json");
    var ids = objects(made.json(), "steps").stream().map(step -> step.get("id")).toList();
    var noModel =
        new CliRun()
            .models(
                (_, _) -> {
                  throw new AssertionError("no model is opened");
                });

    var json =
        noModel.run("next", "--trace", trace, "--step", "2", "--temperature", "2", "--json").json();
    var live =
        run(
                "next",
                "--prompt",
                "a",
                "--generated-ids",
                ids.get(0) + "," + ids.get(1),
                "--temperature",
                "2",
                "--json")
            .json();

    assertEquals("fake-model (a record in half precision)", json.get("model").getAsString());
    assertEquals(live.get("context"), json.get("context"));
    assertEquals(live.get("entropy").getAsDouble(), json.get("entropy").getAsDouble(), 1e-3);
    for (int i = 0; i < 20; i++) {
      var one = objects(json, "candidates").get(i);
      var other = objects(live, "candidates").get(i);
      assertEquals(other.get("token"), one.get("token"));
      assertEquals(
          other.get("probability").getAsDouble(), one.get("probability").getAsDouble(), 1e-4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--step,4,'--step must be 0 to 3, was 4'",
    "--step,-1,'--step must be 0 to 3, was -1'",
    "--model,hot,leave out --model",
    "--generated-ids,5,leave out --model",
    "--watch,abc,--watch takes the text of one token with --trace"
  })
  void whatATraceCannotAnswerIsRefusedByName(String option, String value, String sentence) {
    var trace = folder.resolve("a.kelvin-trace").toString();
    run("generate", "--prompt", "a", "--max-tokens", "4", "--trace", trace);

    var outcome = run("next", "--trace", trace, option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void aRecordThatCannotBeWrittenIsSaidInASentence() {
    var nowhere = folder.resolve("none").resolve("a").toString();

    for (var option : List.of("--trace", "--certificate")) {
      var outcome = run("generate", "--prompt", "a", "--max-tokens", "1", option, nowhere);
      assertEquals(ExitCode.UNUSABLE, outcome.code());
      assertTrue(outcome.err().contains("its folder does not exist."), outcome.err());
    }
    var certificate = folder.resolve("a.json").toString();
    run("generate", "--prompt", "a", "--max-tokens", "1", "--certificate", certificate);
    assertEquals(ExitCode.UNUSABLE, run("next", "--trace", certificate).code());
  }
}
