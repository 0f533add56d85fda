package kelvin.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import kelvin.catalog.ModelFolderReader;
import kelvin.cli.KelvinCli;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.StandardStreams;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.ModelEvent;
import kelvin.engine.PredictionEngine;
import kelvin.huggingface.HuggingFaceTokenizer;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.onnx.OnnxModelLoader;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TaskFile;
import kelvin.prompt.task.TaskLibrary;
import kelvin.prompt.task.TaskTemplates;
import kelvin.prompt.task.TestInput;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.lint.LintItem;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.workspace.TaskStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Tests that the command line and the window report the same findings and effects for the same
/// prompts, on the bundled model. Needs no toolkit.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameCheckTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("kelvin.home", ""), "models", "kelvin-tiny");

  /// Matches the numbers of an effect at the end of its line.
  private static final Pattern MEASURED = Pattern.compile("([0-9.e-]+) → ([0-9.e-]+)$");

  @TempDir private Path folder = Path.of("");
  private final LoadedModel opened;
  private final FakeInferenceThread inferenceThread = new FakeInferenceThread();
  private final PlaygroundViewModel playground =
      new PlaygroundViewModel(new FakePacer(), Runnable::run, Runnable::run, Runnable::run);

  SameCheckTest(@TempDir Path cache) throws Exception {
    var found = new ModelFolderReader().read(FOLDER);
    var tokenizer = HuggingFaceTokenizer.load(found.tokenizer().orElseThrow(), cache);
    opened =
        new LoadedModel(new OnnxModelLoader(2).load(found, new int[] {10, 20, 30, 40}), tokenizer);
    var engine = new PredictionEngine(inferenceThread, playground::show);
    playground.setOnAsk(engine::predict);
    playground.setOnWork(engine::begin);
    // Leaving out each example takes most of the time and is not part of the check.
    playground.prompt().effects().setOnWork(_ -> {});
    engine.use(LentModel.of(opened));
    playground.show(new ModelEvent.Opened(opened.descriptor(), tokenizer.vocabulary()));
    inferenceThread.runAll();
  }

  @AfterAll
  void close() {
    opened.close();
  }

  private List<String> commandLine(String task) {
    var out = new ByteArrayOutputStream();
    var streams = StandardStreams.of(new ByteArrayInputStream(new byte[0]), out, out, UTF_8);
    var environment =
        new CliEnvironment(
            (_, _) -> LentModel.of(opened),
            FOLDER,
            () -> {
              throw new AssertionError("nobody draws");
            },
            streams,
            new Cancellation());

    int code = new KelvinCli(environment, _ -> folder).run("prompt", task, "--check");

    assertEquals(ExitCode.DONE, code, out.toString(UTF_8));
    return out.toString(UTF_8).lines().toList();
  }

  /// Reports the findings of the window in the words of the command line.
  private List<String> window(Task task) {
    playground.prompt().tasks().open(task);
    inferenceThread.runAll();
    assertEquals(task.firstPrompt().render(), playground.prompt().textProperty().get());
    var items = playground.prompt().lint().items();
    return items.isEmpty()
        ? List.of("nothing found")
        : items.stream().flatMap(item -> lines(item).stream()).toList();
  }

  private static List<String> lines(LintItem item) {
    var fix = "  " + item.finding().fix().name();
    return List.of(
        item.finding().sentence(), item.effect().isEmpty() ? fix : fix + ": " + item.effect());
  }

  private static Task shipped(String name) {
    return TaskLibrary.find(name).orElseThrow();
  }

  /// Checks variants of all shipped tasks in both ways.
  ///
  /// @return the lines that both report
  private List<String> both(UnaryOperator<Task> variant) throws Exception {
    var all = new ArrayList<String>();
    for (var name : TaskLibrary.names()) {
      var file = folder.resolve(name + ".json");
      TaskStore.write(file, variant.apply(shipped(name)));

      var lines = commandLine(file.toString());

      assertSame(lines, window(TaskFile.read(file)), name);
      all.addAll(lines);
    }
    return all;
  }

  /// Expects the same words, and the same numbers except for the last digit shown: the model keeps
  /// states between runs and then sums in another order.
  private static void assertSame(List<String> expected, List<String> actual, String name) {
    assertEquals(
        expected.stream().map(SameCheckTest::words).toList(),
        actual.stream().map(SameCheckTest::words).toList(),
        name);
    for (int i = 0; i < expected.size(); i++) {
      var numbers = numbers(expected.get(i));
      var others = numbers(actual.get(i));
      for (int j = 0; j < numbers.size(); j++) {
        double tolerance = numbers.get(j) < 0.01 ? 0.1 * numbers.get(j) : 0.0101;
        assertEquals(numbers.get(j), others.get(j), tolerance, name + ": " + expected.get(i));
      }
    }
  }

  private static String words(String line) {
    return MEASURED.matcher(line).replaceAll("");
  }

  private static List<Double> numbers(String line) {
    var match = MEASURED.matcher(line);
    return match.find()
        ? List.of(Double.valueOf(match.group(1)), Double.valueOf(match.group(2)))
        : List.of();
  }

  private static long count(List<String> lines, String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).count();
  }

  @Test
  void everyTaskThatComesWithKelvin() {
    var measured = new ArrayList<String>();
    for (var name : TaskLibrary.names()) {
      var lines = commandLine(name);

      assertSame(lines, window(shipped(name)), name);
      assertTrue(playground.generation().readyProperty().get(), "the window has an answer");
      lines.stream().filter(line -> line.contains(" → ")).forEach(measured::add);
    }
    assertEquals(30, TaskLibrary.names().size());
    assertEquals(1, count(measured, "  Mute example 3: P("), measured.toString());
    assertEquals(1, count(measured, "  Divide by the number of tokens: share of "));
  }

  @Test
  void everyTaskAskedAboutItsFirstExample() throws Exception {
    var lines = both(SameCheckTest::aboutItsFirstExample);

    assertEquals(27, count(lines, "  Mute example 1: P("), lines.toString());
  }

  private static Task aboutItsFirstExample(Task task) {
    var tests =
        task.examples().stream()
            .limit(1)
            .map(example -> new TestInput(example.input(), Optional.of(example.output())))
            .toList();
    return new Task(task.notes(), task.templates(), task.examples(), tests, task.labels());
  }

  @Test
  void everyTaskAsATextThatEndsInASpace() throws Exception {
    var lines = both(task -> text(task, task.firstPrompt().render() + " "));

    assertEquals(30, count(lines, "  Remove the space"));
    assertEquals(30, count(lines, "  Remove the space: P("));
  }

  @Test
  void everyTaskAsATextThatFillsTheContext() throws Exception {
    var lines = both(this::filled);

    long full = count(lines, "The prompt has ") + count(lines, "The prompt takes ");
    assertEquals(30, full, lines.toString());
  }

  /// Repeats the prompt until nothing more fits the context, or almost nothing.
  private Task filled(Task task) {
    var once = task.firstPrompt().render();
    int tokens = Math.max(1, opened.tokenizer().encode(once).size());
    int limit = opened.descriptor().contextLength().orElseThrow();
    return text(task, once.repeat(limit / tokens + (limit % tokens < limit / 10 ? 0 : 1)));
  }

  private static Task text(Task task, String text) {
    var old = task.templates();
    var templates =
        new TaskTemplates(Optional.of(text), Optional.empty(), old.instruction(), old.layout());
    return new Task(task.notes(), templates, List.of(), List.of(), List.of());
  }
}
