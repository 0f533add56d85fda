package kelvin.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import kelvin.cli.environment.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program on the bundled model, end to end.
final class KelvinProcessTest {

  private static final String PROMPT = "Once upon a time there was a little";

  @TempDir private Path folder = Path.of("");
  private KelvinProcess process = new KelvinProcess(folder);

  private KelvinProcess.Outcome kelvin(String... arguments) throws Exception {
    return start(arguments).outcome();
  }

  private KelvinProcess.Running start(String... arguments) throws Exception {
    return process.start(arguments);
  }

  @BeforeEach
  void prepare() {
    process = new KelvinProcess(folder);
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
    var logging = new KelvinProcess(folder, "-Xlog:class+load:file=\"" + log + "\"");

    var outcome = logging.run("next", "--prompt", PROMPT, "--json");

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
    var scored = start("score", "The cat sat on the mat.", "--json");
    var reverse = kelvin("score", "mat the on sat cat The.", "--json").json();
    var text = scored.outcome().json();

    assertEquals(text.get("count").getAsInt() + 1, text.getAsJsonArray("tokens").size());
    assertTrue(text.get("loss").getAsDouble() < reverse.get("loss").getAsDouble());
    assertEquals(
        Math.exp(text.get("loss").getAsDouble()), text.get("perplexity").getAsDouble(), 1e-9);
  }

  @Test
  void generatesTheSameTextForTheSameSeedStreamedOrNot() throws Exception {
    var streaming = start("generate", "--prompt", PROMPT, "--seed", "7", "--max-tokens", "12");
    var json =
        kelvin("generate", "--prompt", PROMPT, "--seed", "7", "--max-tokens", "12", "--json")
            .json();
    var streamed = streaming.outcome();

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

  @Test
  void readsLogitsFromAFile() throws Exception {
    var file = Files.writeString(folder.resolve("logits.json"), "[2, 1, 0.5]").toString();
    var half = start("next", "--logits-file", file, "--temperature", "0.5", "--json");
    var one = start("next", "--logits-file", file, "--temperature", "1", "--json");
    var two = start("next", "--logits-file", file, "--temperature", "2", "--json");

    assertProbabilities(half.outcome().json(), 0.844, 0.114, 0.042);
    assertProbabilities(one.outcome().json(), 0.629, 0.231, 0.140);
    assertProbabilities(two.outcome().json(), 0.481, 0.292, 0.227);
  }

  private static void assertProbabilities(JsonObject answer, double... expected) {
    var candidates = answer.getAsJsonArray("candidates");
    for (int i = 0; i < expected.length; i++) {
      var candidate = candidates.get(i).getAsJsonObject();
      assertEquals(expected[i], candidate.get("scaledProbability").getAsDouble(), 5e-4);
    }
  }

  @Test
  void takesEmojiCombiningMarksAndNul() throws Exception {
    var text = "cafe\u0301 😀\0 end";
    var file = Files.writeString(folder.resolve("prompt.txt"), text);

    var next = start("next", "--prompt-file", file.toString(), "--json");
    var score = kelvin("score", "--prompt-file", file.toString(), "--json").json();
    var json = next.outcome().json();

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
    byte[] graph = Files.readAllBytes(model.resolve("model.onnx"));
    byte[] half = Arrays.copyOf(graph, graph.length / 2);
    byte[] pointer = "version https://git-lfs.github.com/spec/v1\n".getBytes(UTF_8);
    var noGraph = copyOf(model, "broken", "config.json", "tokenizer.json");
    var cut = copyOf(model, "cut", "config.json", "tokenizer.json");
    Files.write(cut.resolve("model.onnx"), half);
    var pointed = copyOf(model, "pointed", "config.json", "tokenizer.json");
    Files.write(pointed.resolve("model.onnx"), pointer);
    var noTokenizer = copyOf(model, "graph-only", "config.json", "model.onnx");

    var missing = start("next", "--prompt", "a", "--model", folder + "/none");
    assertIsUnusable(kelvin("inspect", "--model", noGraph.toString()), "broken");
    assertIsUnusable(missing.outcome(), "none");
    var halved = start("inspect", "--model", cut.toString());
    assertIsUnusable(kelvin("inspect", "--model", pointed.toString()), "git lfs pull");
    assertIsUnusable(halved.outcome(), "model.onnx");
    assertIsUnusable(
        kelvin("next", "--prompt", "a", "--model", noTokenizer.toString()), "no tokenizer");
  }

  private Path copyOf(Path model, String copy, String... names) throws IOException {
    var place = Files.createDirectories(folder.resolve(copy));
    for (var name : names) {
      Files.copy(model.resolve(name), place.resolve(name));
    }
    return place;
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
    var generating =
        new ProcessBuilder(
                process.command("generate", "--prompt", PROMPT, "--max-tokens", "100000"))
            .redirectError(err.toFile())
            .start();
    try (Reader out = new InputStreamReader(generating.getInputStream(), UTF_8)) {
      assertTrue(out.read() >= 0);
      generating.destroy();
      assertTrue(generating.waitFor(60, TimeUnit.SECONDS));
    }

    assertEquals("", Files.readString(err));
    // Windows knows no polite end of a process.
    int expected = generating.supportsNormalTermination() ? ExitCode.CANCELLED : 1;
    assertEquals(expected, generating.exitValue());
  }
}
