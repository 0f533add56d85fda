package kelvin.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogitsFileTest {

  @TempDir private Path folder = Path.of("");

  private CliRun.Outcome next(String json, String... more) throws IOException {
    var file = Files.writeString(folder.resolve("logits.json"), json);
    var arguments = new java.util.ArrayList<>(List.of("next", "--logits-file", file.toString()));
    arguments.addAll(List.of(more));
    return new CliRun()
        .models(
            (_, _) -> {
              throw new AssertionError("no model is needed");
            })
        .run(arguments.toArray(String[]::new));
  }

  /// The example of the lecture notes, with its misprints put right.
  @ParameterizedTest
  @CsvSource({"0.5, 0.844, 0.114, 0.042", "1, 0.629, 0.231, 0.140", "2, 0.481, 0.292, 0.227"})
  void givesTheSoftmaxOfTheNotes(String temperature, double first, double second, double third)
      throws IOException {
    var json = next("[2, 1, 0.5]", "--temperature", temperature, "--json").json();

    var candidates = json.getAsJsonArray("candidates");
    var expected = List.of(first, second, third);
    for (int i = 0; i < 3; i++) {
      var scaled = candidates.get(i).getAsJsonObject().get("scaledProbability").getAsDouble();
      assertEquals(expected.get(i), scaled, 5e-4);
    }
  }

  @Test
  void namesTokensByTheirIdsAndHasNoModelOrContext() throws IOException {
    var json = next("[0, 3, \"-inf\"]", "--watch", "2", "--json").json();

    assertTrue(json.get("model").isJsonNull());
    assertTrue(json.getAsJsonArray("context").isEmpty());
    assertEquals(3, json.get("vocabularySize").getAsInt());
    var best = json.getAsJsonArray("candidates").get(0).getAsJsonObject();
    assertEquals("1", best.get("token").getAsString());
    var watched = json.getAsJsonArray("watched").get(0).getAsJsonObject();
    assertEquals("-inf", watched.get("logit").getAsString());
    assertEquals(3, watched.get("rank").getAsInt());
  }

  @Test
  void takesGreedyTinyAndHugeTemperatures() throws IOException {
    for (var temperature : List.of("0", "1e-9", "1e9", "inf")) {
      var json = next("[2, 1, 0.5]", "--temperature", temperature, "--json").json();

      var best = json.getAsJsonArray("candidates").get(0).getAsJsonObject();
      double expected = temperature.contains("9") && temperature.length() == 3 ? 1 / 3.0 : 1;
      expected = temperature.equals("inf") ? 1 / 3.0 : expected;
      assertEquals(expected, best.get("scaledProbability").getAsDouble(), 1e-8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, \"nan\", 2] | token 1 is not a number",
        "[1, 2, \"inf\"] | token 2 is +∞",
        "[] | no logits",
        "[\"-inf\", \"-inf\"] | no token is possible",
        "[1, \"two\"] | the only strings are",
        "[1, null] | token 1",
        "[[1]] | token 0",
        "{} | JSON array",
        "[1, 2 | JSON array",
        "[1] [2] | JSON array",
        "[1e39] | single precision",
        "[NaN] | JSON array",
        "'' | JSON array"
      })
  void saysWhatIsWrongWithAFile(String json, String reason) throws IOException {
    var outcome = next(json, "--json");

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals("", outcome.out());
    assertEquals(1, outcome.err().lines().count());
    assertTrue(outcome.err().contains(reason), outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "-1", "cat"})
  void watchesOnlyIds(String watched) throws IOException {
    assertEquals(ExitCode.USAGE, next("[1, 2]", "--watch", watched).code());
  }

  @Test
  void isInsteadOfAModel() throws IOException {
    assertEquals(ExitCode.USAGE, next("[1, 2]", "--model", folder.toString()).code());
    assertEquals(ExitCode.USAGE, next("[1, 2]", "--prompt", "a").code());
  }
}
