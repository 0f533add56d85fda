package kelvin.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kelvin.cli.environment.ExitCode;
import kelvin.huggingface.CraftedTokenizers;
import kelvin.onnx.fixture.CraftedGraphs;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.opening.FirstLoad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command that opens a model which nobody opened before ends with an answer: a script gets an
/// exit code and one line, not a core dump, a full memory, or a command that never ends.
final class FirstLoadProcessTest {

  private static final int AT_ONCE = 4;

  /// A text that each of the crafted tokenizers stumbles over at the latest.
  private static final String PROMPT = "a " + "x".repeat(40);

  @TempDir private Path folder = Path.of("");

  @Test
  void everyCraftedTokenizerIsRefusedInOneLine() throws Exception {
    var running = new LinkedHashMap<String, KelvinProcess.Running>();
    for (var crafted : CraftedTokenizers.all().entrySet()) {
      running.put(crafted.getKey(), next(model(crafted)));
      if (running.size() == AT_ONCE) {
        assertRefused(running);
      }
    }
    assertRefused(running);
  }

  private Path model(Map.Entry<String, String> crafted) throws IOException {
    var model = ToyFolder.write(folder.resolve(crafted.getKey()), ToyModel.small(6));
    Files.writeString(model.resolve("tokenizer.json"), crafted.getValue());
    return model;
  }

  private KelvinProcess.Running next(Path model) throws IOException {
    var process = new KelvinProcess(Files.createTempDirectory(folder, "output"));
    return process.start("next", "--prompt", PROMPT, "--model", model.toString());
  }

  private static void assertRefused(Map<String, KelvinProcess.Running> running) throws Exception {
    for (var crafted : running.entrySet()) {
      var outcome = crafted.getValue().outcome();
      var message = crafted.getKey() + ": " + outcome.err();

      assertEquals(ExitCode.UNUSABLE, outcome.code(), message);
      assertEquals("", outcome.out(), message);
      assertEquals(1, outcome.err().lines().count(), message);
      assertFalse(outcome.err().contains("Exception"), message);
    }
    running.clear();
  }

  @Test
  void everyCraftedGraphIsRefusedInOneLine() throws Exception {
    var graphs = new LinkedHashMap<String, byte[]>();
    graphs.put("a loop without an end", CraftedGraphs.endlessLoop());
    graphs.put("a loop that is hidden", CraftedGraphs.hiddenLoop(5));
    graphs.put("functions that double", CraftedGraphs.doublingFunctions(28));
    var running = new LinkedHashMap<String, KelvinProcess.Running>();
    for (var crafted : graphs.entrySet()) {
      var model = ToyFolder.write(folder.resolve(crafted.getKey()), ToyModel.small(6));
      Files.write(model.resolve("model.onnx"), crafted.getValue());
      running.put(crafted.getKey(), next(model));
    }

    assertRefused(running);
  }

  @Test
  void theTrialEndsWithTheProgramThatAskedForIt() throws Exception {
    var model = Path.of(System.getProperty("kelvin.home"), "models", "kelvin-tiny");
    var command =
        new KelvinProcess(folder).command(FirstLoad.ARGUMENT, model.toString(), folder.toString());
    var trial = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();

    // The other end of the pipe is gone, as when the program was killed.
    trial.getOutputStream().close();

    assertEquals(ExitCode.CANCELLED, trial.onExit().get(60, TimeUnit.SECONDS).exitValue());
  }
}
