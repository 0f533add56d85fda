package kelvin.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.cli.CliRun;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplingOptionsTest {

  @TempDir private Path folder = Path.of("");
  private Path logits = Path.of("");

  @BeforeEach
  void writeLogits() throws Exception {
    logits = folder.resolve("logits.json");
    Files.writeString(logits, "[2.5, 1.0, 0.5, 0.0, -0.5, -1.0, -2.0, -3.0, 4.0, 3.25]");
  }

  private CliRun.Outcome next(String... options) {
    return CliRun.of(
        Stream.concat(
                Stream.of("next", "--logits-file", logits.toString(), "--all", "--json"),
                Arrays.stream(options))
            .toArray(String[]::new));
  }

  private static List<Integer> kept(JsonObject answer) {
    var kept = new ArrayList<Integer>();
    for (var candidate : answer.getAsJsonArray("candidates")) {
      if (candidate.getAsJsonObject().get("finalProbability").getAsDouble() > 0) {
        kept.add(candidate.getAsJsonObject().get("id").getAsInt());
      }
    }
    return kept;
  }

  /// The numbers of Hugging Face and of the formulas for these ten logits.
  @ParameterizedTest
  @CsvSource({
    "--typical-p, 0.2, 9",
    "--typical-p, 1, 8 9 0 1 2 3 4 5 6 7",
    "--epsilon-cutoff, 0.05, 8 9 0",
    "--eta-cutoff, 0.3, 8 9",
    "--top-n-sigma, 0.5, 8 9",
    "--top-n-sigma, 0, 8 9 0 1 2 3 4 5 6 7",
    "--top-h, 0.5, 8",
    "--logit-bias, 8=-inf, 9 0 1 2 3 4 5 6 7"
  })
  void keepsWhatAnOptionKeeps(String option, String value, String ids) {
    var answer = next(option, value).json();

    assertEquals(Arrays.stream(ids.split(" ")).map(Integer::valueOf).toList(), kept(answer));
  }

  @Test
  void temperatureFirstAndLastKeepDifferentTokens() throws Exception {
    Files.writeString(logits, "[3, 2, 1]");

    var first = next("--temperature", "0.5", "--top-p", "0.8").json();
    var last =
        next("--temperature", "0.5", "--top-p", "0.8", "--order", "top-p,temperature").json();
    var llama = next("--temperature", "0.5", "--top-p", "0.8", "--order", "llama.cpp").json();

    assertEquals(List.of(0), kept(first));
    assertEquals(List.of(0, 1), kept(last));
    assertEquals(List.of(0, 1), kept(llama));
    assertEquals(List.of("top-p", "temperature"), stages(llama));
  }

  private static List<String> stages(JsonObject answer) {
    return answer.getAsJsonObject("parameters").getAsJsonArray("stages").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(stage -> stage.get("stage").getAsString())
        .toList();
  }

  @Test
  void theOrderBringsItsRuleForTies() throws Exception {
    Files.writeString(logits, "[1, 1, 1, 0]");

    assertEquals(List.of(0, 1, 2), kept(next("--top-k", "2").json()));
    assertEquals(List.of(0, 1), kept(next("--top-k", "2", "--order", "llama.cpp").json()));
    assertEquals(List.of(0, 1, 2), kept(next("--top-k", "2", "--order", "vllm").json()));
  }

  @Test
  void anOrderAloneRemovesNothingAndAPresetDoesWhatTheEngineDoes() {
    assertEquals(10, kept(next("--order", "llama.cpp").json()).size());
    assertEquals(
        List.of("top-k", "top-p", "min-p", "temperature"),
        stages(next("--preset", "llama.cpp").json()));
    assertEquals(List.of("temperature", "top-k"), stages(next("--preset", "hf").json()));
    assertEquals(List.of("temperature"), stages(next("--preset", "vllm").json()));
  }

  @Test
  void namesTheStageThatForbidsAToken() {
    var candidates = next("--logit-bias", "8=-inf").json().getAsJsonArray("candidates");

    var last = candidates.get(9).getAsJsonObject();
    assertEquals(8, last.get("id").getAsInt());
    assertEquals("logit-bias", last.get("removedBy").getAsString());
    assertEquals("-inf", last.get("logit").getAsString());
  }

  @Test
  void aFileHoldsAChainAndOptionsChangeIt() throws Exception {
    var file = folder.resolve("chain.json");
    Files.writeString(
        file,
        """
        {"version": 1, "stages": [
          {"stage": "logit-bias", "biases": [{"ids": [3], "bias": "-inf"}]},
          {"stage": "top-k", "on": true, "k": 4, "ties": "exact"},
          {"stage": "min-p", "on": false, "p": 0.5},
          {"stage": "temperature", "temperature": 0.7}]}
        """);

    var asItIs = next("--sampler-file", file.toString()).json();
    var changed = next("--sampler-file", file.toString(), "--top-k", "2").json();

    assertEquals(List.of("logit-bias", "top-k", "temperature"), stages(asItIs));
    assertEquals(List.of(8, 9, 0, 1), kept(asItIs));
    assertEquals(List.of(8, 9), kept(changed));
    assertEquals(0.7, asItIs.getAsJsonObject("parameters").get("temperature").getAsDouble());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"stages\": []}",
        "{\"version\": 2, \"stages\": []}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"top-q\"}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"top-p\", \"p\": 2}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"top-p\", \"q\": 1}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"top-p\", \"p\": \"much\"}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"top-k\", \"k\": 1.5}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"top-k\", \"ties\": \"some\"}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"logit-bias\", \"biases\": [1]}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"min-p\"}, {\"stage\": \"min-p\"}]}",
        "{\"version\": 1, \"stages\": [{\"stage\": \"min-p\"}, {\"stage\": \"dry\"}]}"
      })
  void refusesAFileThatIsNoChainInOneLine(String text) throws Exception {
    var file = Files.writeString(folder.resolve("chain.json"), text);

    var outcome = next("--sampler-file", file.toString());

    assertEquals(ExitCode.UNUSABLE, outcome.code());
    assertEquals(1, outcome.err().lines().count());
    assertTrue(outcome.err().contains("chain.json"), outcome.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--temperature, -1, temperature",
    "--top-k, -1, top-k",
    "--top-p, 1.1, top-p",
    "--min-p, nan, min-p",
    "--typical-p, 0, typical-p",
    "--epsilon-cutoff, 1, epsilon-cutoff",
    "--eta-cutoff, -0.1, eta-cutoff",
    "--top-n-sigma, -1, top-n-sigma",
    "--top-h, 1.5, top-h",
    "--repetition-penalty, 0, repetition-penalty",
    "--frequency-penalty, inf, frequency-penalty",
    "--presence-penalty, nan, presence-penalty",
    "--logit-bias, 3, --logit-bias",
    "--logit-bias, 3=inf, logit-bias",
    "--order, alphabetical, 'there is no stage'",
    "--preset, ollama, 'there is no preset'"
  })
  void refusesAValueOutsideItsRangeByName(String option, String value, String said) {
    var outcome = next(option, value);

    assertEquals(ExitCode.USAGE, outcome.code());
    assertTrue(outcome.err().contains(said), outcome.err());
  }

  @Test
  void penaltiesSeeThePrompt() {
    var plain = CliRun.of("next", "--prompt", "b", "--watch", "b", "--json").json();
    var penalised =
        CliRun.of("next", "--prompt", "b", "--repetition-penalty", "2", "--watch", "b", "--json")
            .json();

    assertTrue(watchedLogit(penalised) < watchedLogit(plain));
    assertEquals(2 * watchedLogit(plain), watchedLogit(penalised), 1e-12);
  }

  private static double watchedLogit(JsonObject answer) {
    return answer.getAsJsonArray("watched").get(0).getAsJsonObject().get("logit").getAsDouble();
  }

  @Test
  void generatesByGumbelNoiseTheSameTextForASeed() {
    var arguments =
        new String[] {
          "generate", "--prompt", "a", "--max-tokens", "9", "--draw", "gumbel", "--json"
        };

    var first = CliRun.of(arguments).json();
    var second = CliRun.of(arguments).json();

    assertEquals(first.get("text"), second.get("text"));
    assertTrue(first.getAsJsonArray("steps").get(0).getAsJsonObject().get("u").isJsonNull());
  }

  @Test
  void presencePenaltyKeepsWhatWasGeneratedFromComingBack() {
    var steps =
        CliRun.of(
                "generate",
                "--prompt",
                "a",
                "--max-tokens",
                "9",
                "--draw",
                "greedy",
                "--presence-penalty",
                "1000",
                "--json")
            .json()
            .getAsJsonArray("steps")
            .asList();

    assertEquals(
        9,
        steps.stream().map(step -> step.getAsJsonObject().get("id").getAsInt()).distinct().count());
  }
}
