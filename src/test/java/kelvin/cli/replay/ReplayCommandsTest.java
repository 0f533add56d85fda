package kelvin.cli.replay;

import static kelvin.cli.replay.RecordRun.objects;
import static kelvin.cli.replay.RecordRun.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `generate --certificate`, `replay` and `verify` on a fake model of bytes. If these fail, scripts
/// take a text for the recorded one that is not, or miss where it parts.
final class ReplayCommandsTest {

  @TempDir private Path folder;

  private String file = "";

  @BeforeEach
  void generate() {
    file = folder.resolve("a.json").toString();
    var outcome =
        run(
            "generate",
            "--prompt",
            "a",
            "--temperature",
            "0.7",
            "--max-tokens",
            "8",
            "--seed",
            "5",
            "--certificate",
            file);
    assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
  }

  @Test
  void withoutOptionsAReplayIsTheRecordedText() {
    var json = run("replay", file, "--json").json();

    assertEquals(
        List.of(
            "kept", "firstDifference", "steps", "recordedText", "text", "logProbability", "stop"),
        List.copyOf(json.keySet()));
    assertTrue(json.get("firstDifference").isJsonNull());
    assertEquals(json.get("recordedText"), json.get("text"));
    for (var step : objects(json, "steps")) {
      assertEquals(step.get("recorded"), step.get("replayed"));
    }
  }

  @Test
  void anotherTemperatureIsWhatGenerateDrawsWithItAndTheFirstDifferenceIsMarked() {
    var json = run("replay", file, "--temperature", "3", "--json").json();
    var generated =
        run(
                "generate",
                "--prompt",
                "a",
                "--temperature",
                "3",
                "--max-tokens",
                "8",
                "--seed",
                "5",
                "--json")
            .json();
    var out = run("replay", file, "--temperature", "3").out();

    assertEquals(generated.get("text"), json.get("text"));
    int first = json.get("firstDifference").getAsInt();
    var steps = objects(json, "steps");
    assertTrue(!steps.get(first).get("recorded").equals(steps.get(first).get("replayed")));
    assertTrue(out.contains("<- first difference"), out);
    assertTrue(out.contains("The first difference is at step " + first + ": “"), out);
  }

  @Test
  void settingsThatNoOptionNamesStayAsRecorded() {
    var json = run("replay", file, "--top-k", "257", "--json").json();

    assertTrue(json.get("firstDifference").isJsonNull(), "τ is still 0.7");
  }

  @Test
  void keptStepsAreMarked() {
    var json = run("replay", file, "--temperature", "3", "--from", "3", "--json").json();
    var out = run("replay", file, "--temperature", "3", "--from", "3").out();

    assertEquals(3, json.get("kept").getAsInt());
    assertTrue(json.get("firstDifference").getAsInt() >= 3);
    assertEquals(3, out.lines().filter(line -> line.strip().endsWith("kept")).count(), out);
    for (var step : objects(json, "steps")) {
      assertTrue(step.get("u").isJsonPrimitive(), "also of kept steps");
    }
  }

  @Test
  void anotherModelWithTheSameTokensDrawsItAndOneWithOtherTokensIsRefused() {
    var other = run("replay", file, "--model", "hot", "--json");
    var refused = run("replay", file, "--model", "ids");

    assertEquals(ExitCode.DONE, other.code());
    assertTrue(other.json().get("firstDifference").isJsonPrimitive());
    assertEquals(ExitCode.UNUSABLE, refused.code());
    assertTrue(refused.err().contains("Name a model with the same tokens"), refused.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--from,-1,--from must be 0 or more",
    "--max-tokens,-1,--max-tokens must be 0 or more",
    "--draw,dice,--draw must be inverse-cdf or gumbel or greedy",
    "--logit-bias,999=1,999"
  })
  void optionsOutOfRangeAreRefusedByName(String option, String value, String sentence) {
    var outcome = run("replay", file, option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  @Test
  void whatIsTheSameToTheBitIsSaidToBe() {
    var json = run("verify", file, "--json");
    var out = run("verify", file);

    assertEquals(ExitCode.DONE, json.code());
    assertTrue(json.json().get("same").getAsBoolean());
    assertTrue(json.json().get("first").isJsonNull());
    assertEquals(8, json.json().get("steps").getAsInt());
    assertEquals(ExitCode.DONE, out.code());
    assertEquals(
        "The same to the bit: the model, the prompt, and the logits and draws of 8 steps.",
        out.out().strip());
  }

  @Test
  void theFirstDifferenceIsNamedWithItsStageAndHasAnExitCodeOfItsOwn() {
    var json = run("verify", file, "--model", "hot", "--json");
    var out = run("verify", file, "--model", "hot").out();

    assertEquals(ExitCode.DIFFERS, json.code());
    assertEquals("logits", json.json().getAsJsonObject("first").get("stage").getAsString());
    assertEquals(0, json.json().getAsJsonObject("first").get("step").getAsInt());
    assertTrue(out.contains("The first difference is in the logits of step 0:"), out);
    assertTrue(out.contains("Of 8 steps, 8 have other logits and "), out);
  }

  @Test
  void otherTokensAndAChangedFileAreNamed() throws Exception {
    var tokens = run("verify", file, "--model", "ids");
    Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("  ", " "));
    var changed = run("verify", file);

    assertEquals(ExitCode.DIFFERS, tokens.code());
    assertTrue(tokens.out().contains("its steps were not compared"), tokens.out());
    assertEquals(ExitCode.DIFFERS, changed.code());
    assertTrue(changed.out().contains("in the file of the certificate"), changed.out());
  }

  @ParameterizedTest
  @CsvSource({"verify", "replay"})
  void aFileThatIsNoCertificateIsRefusedInASentence(String command) throws Exception {
    Files.writeString(Path.of(file), "{\"format\": \"kelvin-session\"");
    var damaged = run(command, file);
    var missing = run(command, file + "x");
    var none = run(command);

    assertEquals(ExitCode.UNUSABLE, damaged.code());
    assertTrue(damaged.err().contains("it ends in the middle."), damaged.err());
    assertEquals(ExitCode.UNUSABLE, missing.code());
    assertTrue(missing.err().contains("there is no such file."), missing.err());
    assertEquals(ExitCode.USAGE, none.code());
  }

  @Test
  void aPromptOfTokenIdsAndAnEmptyTextHaveCertificatesToo() {
    run("generate", "--prompt-ids", "98", "--max-tokens", "0", "--certificate", file);

    assertEquals(ExitCode.DONE, run("verify", file).code());
    assertTrue(run("replay", file).out().contains("No token is another one in 0 steps."));
  }
}
