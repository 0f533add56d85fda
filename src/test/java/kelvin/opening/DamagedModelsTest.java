package kelvin.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kelvin.app.AppAccess;
import kelvin.app.ModelOpeners;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every fixture in every damage: a command opens the model, or refuses it with one line in words
/// for users and the exit code for what cannot be used. None hangs or takes more memory than its
/// files and 500 MB, and a model that is open goes on answering. If this fails, a download that was
/// cut off costs a user the open work.
///
/// The commands run in another process. Where native code ends that one, the trial that the window
/// makes of an unknown model must have caught it.
class DamagedModelsTest {

  private static final int MAX_SECONDS = 240;
  private static final int MAX_CRASHES = 20;

  @TempDir private Path folder = Path.of("");
  @TempDir private Path cache = Path.of("");

  @Test
  void damagedModelsOpenOrAreRefused() throws Exception {
    int count = DamagedModel.all().size();
    assertTrue(count >= 2000);
    // Two processes, because each of them opens one model at a time on one core.
    try (var threads = Executors.newFixedThreadPool(2)) {
      var halves =
          threads.invokeAll(
              List.<Callable<Integer>>of(
                  () -> openAll(0, count / 2), () -> openAll(count / 2, count)));
      int crashes = 0;
      for (var half : halves) {
        crashes += half.get();
      }
      assertTrue(crashes <= MAX_CRASHES, crashes + " crashes");
    }
  }

  /// Opens the models of these numbers.
  ///
  /// @return how many of them ended their process
  private int openAll(int from, int to) throws IOException, InterruptedException {
    int number = from;
    int crashes = 0;
    while (number < to) {
      var lines = run(number, to);
      assertEquals(List.of(), lines.stream().filter(line -> line.startsWith("wrong")).toList());
      if (lines.getLast().equals("done")) {
        return crashes;
      }
      crashes++;
      assertTrue(crashes <= MAX_CRASHES);
      number = crashedAt(lines) + 1;
    }
    return crashes;
  }

  /// The model that ended the process must be one that the trial refuses.
  private int crashedAt(List<String> lines) {
    int number = Integer.parseInt(lines.getLast());
    var place = folder.resolve("model " + number);

    var refusal =
        assertThrows(
            ModelLoadException.class,
            () -> ModelOpeners.forWindow(1, cache).load(place, new Cancellation()),
            () -> DamagedModel.all().get(number).toString());

    assertTrue(refusal.reason().contains("crashes"), refusal.reason());
    return number;
  }

  private List<String> run(int from, int to) throws IOException, InterruptedException {
    var out = folder.resolve("out " + from);
    var command = new ArrayList<>(AppAccess.childCommand("1g"));
    command.removeLast();
    var classes = Path.of(System.getProperty("kelvin.home", ""), "target", "test-classes");
    command.add("--patch-module=kelvin=" + classes);
    command.add("--module=kelvin/" + DamagedModelsProgram.class.getName());
    command.addAll(
        List.of(folder.toString(), cache.toString(), Integer.toString(from), Integer.toString(to)));
    var process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(MAX_SECONDS, TimeUnit.SECONDS), "it does not end");
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "Übermaß ñ", "模型", "😀", "a'b\"c", "-model", "%20"})
  void aPathOfAnyCharactersOpensOrIsRefused(String name) throws Exception {
    opensOrIsRefused(ToyFolder.write(folder.resolve(name), ToyModel.small(6)));
  }

  @Test
  void aFolderThatMayNotBeReadOpensOrIsRefused() throws Exception {
    var place = ToyFolder.write(folder.resolve("locked"), ToyModel.small(6));
    var locked = place.toFile();
    assertTrue(locked.setReadable(false) && locked.setExecutable(false));
    try {
      opensOrIsRefused(place);
    } finally {
      assertTrue(locked.setReadable(true) && locked.setExecutable(true));
    }
  }

  /// Anything but a refusal fails the test. Whoever may read everything sees it open.
  private void opensOrIsRefused(Path place) {
    try {
      ModelOpener.withoutTrial(1, cache).load(place, new Cancellation()).close();
    } catch (ModelLoadException e) {
      assertTrue(!e.reason().isEmpty() && !e.remedy().isEmpty());
    }
  }
}
