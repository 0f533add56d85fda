package kelvin.cli.option;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.cli.environment.UsageException;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TestInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that compose a prompt from a task.
public final class CompositionOptions {

  @Mixin private ComposingOptions composing = new ComposingOptions();

  @Option(
      names = "--test",
      paramLabel = "N",
      description = "Which of the task's test inputs is asked about, from 1. Default: 1.")
  private int test = 1;

  @Option(
      names = "--input",
      paramLabel = "TEXT",
      description = "An input of your own instead of a test input.")
  private @Nullable String input;

  @Option(
      names = "--answer",
      paramLabel = "TEXT",
      description = "The right answer to it. Default: the test input's.")
  private @Nullable String answer;

  /// Refuses what only makes sense with a task.
  public void requireNone() {
    if (composing.isGiven() || test != 1) {
      throw new UsageException(
          "--way, --shots, --order, --layout and --test compose the prompt of a --task");
    }
  }

  public long seed() {
    return composing.seed();
  }

  public Optional<String> input() {
    return Optional.ofNullable(input);
  }

  public Optional<String> answer() {
    return Optional.ofNullable(answer);
  }

  /// The prompt of the command line, with an input where one is named.
  public FreePrompt filled(String template) {
    if (input == null) {
      return new FreePrompt(template);
    }
    if (!FreePrompt.takesInput(template)) {
      throw new UsageException(
          "--input needs {x} in the prompt: it says where the input goes, as in \"{x} Sentiment:\"");
    }
    return FreePrompt.filled(template, input);
  }

  /// The prompt with the task's labels.
  public Trial trial(Task task) {
    var asked = test(task);
    return task.trial(composing.prompt(task, asked), asked);
  }

  private TestInput test(Task task) {
    if (input != null) {
      return new TestInput(input, answer());
    }
    int count = task.tests().size();
    if (count == 0) {
      return new TestInput("", answer());
    }
    if (test < 1 || test > count) {
      throw new UsageException("--test must be from 1 to " + count + ", was " + test);
    }
    var chosen = task.tests().get(test - 1);
    return answer == null ? chosen : new TestInput(chosen.input(), answer());
  }

  /// The chosen test input first, then those behind it, around the end to the beginning.
  List<TestInput> tests(Task task, int count) {
    var first = test(task);
    if (count < 1 || count > Math.max(1, task.tests().size())) {
      throw new UsageException(
          "--tests must be from 1 to " + Math.max(1, task.tests().size()) + ", was " + count);
    }
    if (count > 1 && input != null) {
      throw new UsageException("--input is one input: leave out --tests");
    }
    return IntStream.range(0, count)
        .mapToObj(i -> i == 0 ? first : task.tests().get((test - 1 + i) % task.tests().size()))
        .toList();
  }
}
