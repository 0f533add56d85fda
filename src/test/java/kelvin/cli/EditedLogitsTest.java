package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, the command line calls a probability the model's that penalties or biases
/// changed, hides why a token cannot be drawn, or ignores a bias for a token that does not exist.
final class EditedLogitsTest {

  private static final String[] BIASED = {"--logit-bias", "3=-5", "--logit-bias", "9=40"};

  @TempDir private Path folder = Path.of("");

  private String logits(String array) throws Exception {
    return Files.writeString(folder.resolve("logits.json"), array).toString();
  }

  private static CliRun.Outcome run(String[] more, String... first) {
    var all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return CliRun.of(all);
  }

  private static double member(JsonObject answer, String list, int id, String name) {
    return StreamSupport.stream(answer.getAsJsonArray(list).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.get("id").getAsInt() == id)
        .findFirst()
        .orElseThrow()
        .get(name)
        .getAsDouble();
  }

  @Test
  void theProbabilityIsTheModelsOwnAndTheBiasShowsInTheScaledOne() {
    var plain = CliRun.of("next", "--prompt", "a", "--all", "--json").json();

    var edited = run(BIASED, "next", "--prompt", "a", "--all", "--json").json();

    for (int id = 1; id < FakeTokenizer.VOCABULARY_SIZE; id++) {
      assertEquals(
          member(plain, "candidates", id, "probability"),
          member(edited, "candidates", id, "probability"),
          "token " + id);
    }
    double gain =
        Math.log(
            member(edited, "candidates", 9, "scaledProbability")
                / member(edited, "candidates", 3, "scaledProbability"));
    double before =
        Math.log(
            member(plain, "candidates", 9, "probability")
                / member(plain, "candidates", 3, "probability"));
    assertEquals(45, gain - before, 1e-9);
  }

  @Test
  void theTableHasBothAndNamesTheStageThatEdits() throws Exception {
    var file = logits("[1, 3, 0]");

    var out = CliRun.of("next", "--logits-file", file, "--logit-bias", "1=-5").out();

    // e³ / (e + e³ + 1) = 84.4 %, and e⁻² / (e + e⁻² + 1) = 3.51 %
    assertTrue(
        out.lines().anyMatch(line -> line.matches(" +3  1 +1 +84\\.\\d+ % +3\\.5\\d* %.*")), out);
    assertTrue(out.contains("logit-bias changed 1 logit\n"), out);
  }

  @Test
  void aGeneratedStepHasTheModelsOwnProbability() {
    var edited =
        run(BIASED, "generate", "--prompt", "a", "--max-tokens", "1", "--draw", "greedy", "--json")
            .json();
    var plain = CliRun.of("next", "--prompt", "a", "--all", "--json").json();

    assertEquals(
        member(plain, "candidates", 9, "probability"),
        member(edited, "steps", 9, "probability"),
        edited.toString());
  }

  @Test
  void aTokenThatTheModelForbidsHasAReason() throws Exception {
    var file = logits("[\"-inf\", 3, 2, \"-inf\", 1, 0]");

    var json = CliRun.of("next", "--logits-file", file, "--top-k", "5", "--json").json();
    var out = CliRun.of("next", "--logits-file", file, "--top-k", "5").out();

    var fifth = json.getAsJsonArray("candidates").get(4).getAsJsonObject();
    assertEquals("impossible", fifth.get("removedBy").getAsString());
    assertEquals(0, fifth.get("finalProbability").getAsDouble());
    assertTrue(out.contains("impossible"), out);
  }

  @Test
  void greedyIsSaidToKeepOneToken() throws Exception {
    var file = logits("[1, 3, 2]");

    var out = CliRun.of("next", "--logits-file", file, "--temperature", "0").out();
    var json = CliRun.of("next", "--logits-file", file, "--temperature", "0", "--json").json();

    assertTrue(out.contains("kept 1 of 3 tokens"), out);
    assertEquals(1, json.getAsJsonObject("kept").get("count").getAsInt());
    assertEquals(1, json.getAsJsonObject("kept").get("mass").getAsDouble());
  }

  @ParameterizedTest
  @CsvSource({
    "next --prompt a --json",
    "generate --prompt a",
    "render --prompt a -o figure.svg",
    "next --logits-file LOGITS"
  })
  void aBiasForATokenThatDoesNotExistIsRefused(String command) throws Exception {
    var file = logits("[1, 3, 2]");
    int last = command.contains("LOGITS") ? 2 : FakeLanguageModel.LOGIT_COUNT - 1;
    var arguments = command.replace("LOGITS", file).split(" ");

    var refused = run(new String[] {"--logit-bias", "99999=1"}, arguments);

    assertEquals(ExitCode.USAGE, refused.code(), refused.err());
    assertEquals("", refused.out());
    assertEquals(
        "kelvin: logit-bias: there is no token 99999; the ids go from 0 to " + last,
        refused.err().lines().findFirst().orElse(""));
  }
}
