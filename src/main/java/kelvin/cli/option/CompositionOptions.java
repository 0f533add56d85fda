package kelvin.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.cli.environment.UsageException;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TestInput;
import kelvin.text.Choice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that compose a prompt from a task.
public final class CompositionOptions {

  @Option(
      names = "--way",
      paramLabel = "WAY",
      description =
          "text, zero-shot or few-shot. Default: few-shot where the task has examples, else what"
              + " it has.")
  private @Nullable String way;

  @Option(
      names = "--shots",
      paramLabel = "K",
      description = "How many examples are shown. Default: all that are not muted.")
  private @Nullable Integer shots;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "given, shuffled (by --seed), or places of examples counted from 1, such as 3,1,2,"
              + " which are then the ones shown. Default: given.")
  private String order = "given";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What all shuffles come from. Default: 42.")
  private long seed = 42;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description =
          "How an example is written: a name (Q / A, Input / Output, arrows, colons) or a template"
              + " with {x} and {y}, where \\n is a line break. Default: the task's.")
  private @Nullable String layout;

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
    boolean given = way != null || shots != null || layout != null;
    if (given || !order.equals("given") || test != 1) {
      throw new UsageException(
          "--way, --shots, --order, --layout and --test compose the prompt of a --task");
    }
  }

  public long seed() {
    return seed;
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
    return task.trial(prompt(task, asked), asked);
  }

  private ComposedPrompt prompt(Task task, TestInput asked) {
    return switch (composition(task)) {
      case TEXT -> {
        require(task.templates().text().isPresent(), "the task has no text");
        yield task.free();
      }
      case ZERO_SHOT -> {
        require(task.templates().zeroShot().isPresent(), "the task has no zero-shot template");
        yield task.zeroShot(asked);
      }
      case FEW_SHOT -> fewShot(task, asked);
    };
  }

  private Composition composition(Task task) {
    if (way == null) {
      return task.firstPrompt().composition();
    }
    try {
      return Choice.of(Composition.ALL, way);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--way " + e.getMessage());
    }
  }

  private FewShotPrompt fewShot(Task task, TestInput asked) {
    var whole = task.fewShot(task.examples().size(), asked);
    var written = layout == null ? whole : whole.withLayout(layoutOf(layout, whole.layout()));
    var ordered = ordered(written);
    int most = Math.min(ordered.used().size(), ordered.shots());
    if (shots != null && (shots < 0 || shots > most)) {
      throw new UsageException("--shots must be from 0 to " + most + ", was " + shots);
    }
    return ordered.withShots(shots == null ? most : shots);
  }

  private FewShotPrompt ordered(FewShotPrompt prompt) {
    return switch (order) {
      case "given" -> prompt;
      case "shuffled" -> prompt.shuffled(seed);
      default -> prompt.arranged(places(order, prompt));
    };
  }

  private static List<Integer> places(String list, FewShotPrompt prompt) {
    var places = new ArrayList<Integer>();
    try {
      for (var part : list.split(",", -1)) {
        places.add(Numbers.whole(part.strip()) - 1);
      }
    } catch (TypeConversionException _) {
      throw new UsageException(
          "--order must be given, shuffled or places such as 3,1,2; was '" + list + "'");
    }
    var usable = prompt.usedPlaces();
    for (var place : places) {
      if (!usable.contains(place) || places.indexOf(place) != places.lastIndexOf(place)) {
        throw new UsageException(
            "--order must name examples that are not muted, each once, from 1 to "
                + prompt.examples().size()
                + "; was '"
                + list
                + "'");
      }
    }
    return places;
  }

  /// A known layout by its name, or a template of the user's own.
  static Layout layoutOf(String text, Layout current) {
    var known = Layout.ALL.stream().filter(each -> each.name().equals(text)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    try {
      return Layout.of(text.replace("\\n", "\n"), current.separator());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--layout: " + e.getMessage());
    }
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

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new UsageException("--way: " + otherwise);
    }
  }
}
