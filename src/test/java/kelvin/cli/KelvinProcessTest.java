package kelvin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole program on the bundled model, end to end.
final class KelvinProcessTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @TempDir private Path folder = Path.of("");

  private KelvinProcess.Outcome kelvin(String... arguments) throws Exception {
    return new KelvinProcess(folder).run(arguments);
  }

  @Test
  void keepsTheNucleusByItsDefinitionAndSumsToOne() throws Exception {
    var outcome =
        kelvin(
            "next",
            "--prompt",
            PROMPT,
            "--temperature",
            "0.7",
            "--top-p",
            "0.9",
            "--all",
            "--json");

    var json = outcome.json();
    assertEquals("", outcome.err());
    assertEquals("kelvin-tiny", json.get("model").getAsString());
    assertEquals(4096, json.getAsJsonArray("candidates").size());
    assertEquals(1, sum(json, "probability"), 1e-12);
    assertEquals(1, sum(json, "scaledProbability"), 1e-12);
    assertEquals(1, sum(json, "finalProbability"), 1e-12);
    double above = 0;
    int kept = 0;
    for (var element : json.getAsJsonArray("candidates")) {
      var candidate = element.getAsJsonObject();
      assertEquals(above < 0.9, candidate.get("removedBy").isJsonNull());
      kept += above < 0.9 ? 1 : 0;
      above += candidate.get("scaledProbability").getAsDouble();
      assertEquals(above, candidate.get("cumulative").getAsDouble(), 1e-9);
    }
    assertEquals(kept, json.getAsJsonObject("kept").get("count").getAsInt());
  }

  private static double sum(JsonObject answer, String member) {
    return StreamSupport.stream(answer.getAsJsonArray("candidates").spliterator(), false)
        .mapToDouble(candidate -> candidate.getAsJsonObject().get(member).getAsDouble())
        .sum();
  }

  @Test
  void loadsNothingOfTheWindow() throws Exception {
    var log = folder.resolve("classes.log");
    // quoted, because a colon separates the options of -Xlog
    var process = new KelvinProcess(folder, "-Xlog:class+load:file=\"" + log + "\"");

    var outcome = process.run("next", "--prompt", PROMPT, "--json");

    assertEquals(ExitCode.DONE, outcome.code());
    var loaded = Files.readAllLines(log);
    assertTrue(loaded.stream().anyMatch(line -> line.contains(" kelvin.cli.NextCommand ")));
    assertEquals(
        List.of(),
        loaded.stream()
            .filter(line -> line.contains(" javafx.") || line.contains(" com.sun.javafx."))
            .toList());
    assertEquals(List.of(), loaded.stream().filter(line -> line.contains(" kelvin.ui.")).toList());
  }

  @Test
  void scoresATextLikelierThanItsReverse() throws Exception {
    var text = kelvin("score", "The cat sat on the mat.", "--json").json();
    var reverse = kelvin("score", "mat the on sat cat The.", "--json").json();

    assertEquals(text.get("count").getAsInt() + 1, text.getAsJsonArray("tokens").size());
    assertTrue(text.get("loss").getAsDouble() < reverse.get("loss").getAsDouble());
    assertEquals(
        Math.exp(text.get("loss").getAsDouble()), text.get("perplexity").getAsDouble(), 1e-9);
  }

  @Test
  void generatesTheSameTextForTheSameSeedStreamedOrNot() throws Exception {
    var streamed = kelvin("generate", "--prompt", PROMPT, "--seed", "7", "--max-tokens", "12");
    var json =
        kelvin("generate", "--prompt", PROMPT, "--seed", "7", "--max-tokens", "12", "--json")
            .json();

    assertEquals(json.get("text").getAsString() + "\n", streamed.out().replace("\r\n", "\n"));
    assertEquals(12, json.getAsJsonArray("steps").size());
    assertEquals("max-tokens", json.get("stop").getAsString());
    assertTrue(json.get("tokensPerSecond").getAsDouble() > 0);
    for (var step : json.getAsJsonArray("steps")) {
      double u = step.getAsJsonObject().get("u").getAsDouble();
      assertTrue(u >= 0 && u < 1);
    }
  }

  @Test
  void inspectsTheBundledModel() throws Exception {
    var json = kelvin("inspect", "--json").json();

    assertEquals("LlamaForCausalLM", json.get("architecture").getAsString());
    assertEquals("two buffers in turn", json.get("cache").getAsString());
    assertEquals(512, json.get("contextLength").getAsInt());
    for (var probe : json.getAsJsonArray("probes")) {
      assertTrue(probe.getAsJsonObject().get("passed").getAsBoolean());
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.844, 0.114, 0.042", "1, 0.629, 0.231, 0.140", "2, 0.481, 0.292, 0.227"})
  void readsLogitsFromAFile(String temperature, double first, double second, double third)
      throws Exception {
    var file = Files.writeString(folder.resolve("logits.json"), "[2, 1, 0.5]");

    var json =
        kelvin("next", "--logits-file", file.toString(), "--temperature", temperature, "--json")
            .json();

    var candidates = json.getAsJsonArray("candidates");
    var expected = List.of(first, second, third);
    for (int i = 0; i < 3; i++) {
      var candidate = candidates.get(i).getAsJsonObject();
      assertEquals(expected.get(i), candidate.get("scaledProbability").getAsDouble(), 5e-4);
    }
  }

  @Test
  void takesEmojiCombiningMarksAndNul() throws Exception {
    var text = "cafe\u0301 😀\0 end";
    var file = Files.writeString(folder.resolve("prompt.txt"), text);

    var json = kelvin("next", "--prompt-file", file.toString(), "--json").json();
    var score = kelvin("score", "--prompt-file", file.toString(), "--json").json();

    var context = json.getAsJsonArray("context");
    assertTrue(context.size() > 6);
    assertEquals(context.size() - 1, score.get("count").getAsInt());
  }

  @Test
  void saysByHowMuchAPromptIsTooLong() throws Exception {
    var file = Files.writeString(folder.resolve("prompt.txt"), "word ".repeat(200_000));

    var outcome = kelvin("next", "--prompt-file", file.toString(), "--json");

    assertIsUnusable(outcome, "more than the model's context of 512");
  }

  @Test
  void refusesFoldersThatHoldNoModelInOneLine() throws Exception {
    var model = Path.of(System.getProperty("kelvin.home"), "models", "kelvin-tiny");
    var broken = Files.createDirectories(folder.resolve("broken"));
    for (var name : List.of("config.json", "tokenizer.json")) {
      Files.copy(model.resolve(name), broken.resolve(name));
    }

    assertIsUnusable(kelvin("next", "--prompt", "a", "--model", folder + "/none"), "none");
    assertIsUnusable(kelvin("inspect", "--model", broken.toString()), "broken");

    var graph = Files.readAllBytes(model.resolve("model.onnx"));
    Files.write(broken.resolve("model.onnx"), Arrays.copyOf(graph, graph.length / 2));
    assertIsUnusable(kelvin("inspect", "--model", broken.toString()), "model.onnx");

    Files.writeString(broken.resolve("model.onnx"), "version https://git-lfs.github.com/spec/v1\n");
    assertIsUnusable(kelvin("inspect", "--model", broken.toString()), "git lfs pull");

    Files.write(broken.resolve("model.onnx"), graph);
    Files.delete(broken.resolve("tokenizer.json"));
    assertIsUnusable(kelvin("next", "--prompt", "a", "--model", broken.toString()), "no tokenizer");
  }

  private static void assertIsUnusable(KelvinProcess.Outcome outcome, String reason) {
    assertEquals(ExitCode.UNUSABLE, outcome.code(), outcome.err());
    assertEquals("", outcome.out());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains(reason), outcome.err());
    assertFalse(outcome.err().contains("\tat "));
  }

  @Test
  void stopsInOrderWhenTheProcessIsTerminated() throws Exception {
    var err = folder.resolve("err");
    var process =
        new ProcessBuilder(
                new KelvinProcess(folder)
                    .command("generate", "--prompt", PROMPT, "--max-tokens", "100000"))
            .redirectError(err.toFile())
            .start();
    try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      assertTrue(out.read() >= 0);
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }

    assertEquals("", Files.readString(err));
    // Windows knows no polite end of a process.
    int expected = process.supportsNormalTermination() ? ExitCode.CANCELLED : 1;
    assertEquals(expected, process.exitValue());
  }
}
