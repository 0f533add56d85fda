package kelvin.cli.option;

import java.util.ArrayList;
import java.util.List;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.UsageException;
import kelvin.prompt.ComposedPrompt;
import kelvin.prompt.Composition;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.task.Task;
import kelvin.prompt.task.TestInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The options that say how a task becomes a prompt, whatever it asks about.
public final class ComposingOptions {

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

  /// True if an option is given that only makes sense with a task.
  boolean isGiven() {
    return way != null || shots != null || layout != null || !order.equals("given");
  }

  /// @throws UsageException if an option says which examples are shown, where a command draws them
  void requireNoChoiceOfExamples() {
    if (way != null || shots != null || !order.equals("given")) {
      throw new UsageException(
          "--way, --shots and --order do not go with examples that are drawn: see --methods and"
              + " --examples");
    }
  }

  public long seed() {
    return seed;
  }

  /// A task's prompt about an input. Where no way is named, it is the one that suits the task.
  ComposedPrompt prompt(Task task, TestInput asked) {
    var defaults = new Defaults(task.firstPrompt().composition(), Integer.MAX_VALUE);
    return prompt(task, asked, defaults);
  }

  /// The values that hold where no option is given.
  ///
  /// @param shots the most examples that are shown
  public record Defaults(Composition way, int shots) {}

  /// A task's prompt about an input.
  public ComposedPrompt prompt(Task task, TestInput asked, Defaults defaults) {
    return switch (composition(defaults.way())) {
      case TEXT -> {
        require(task.templates().text().isPresent(), "the task has no text");
        yield task.free();
      }
      case ZERO_SHOT -> {
        require(task.templates().zeroShot().isPresent(), "the task has no zero-shot template");
        yield task.zeroShot(asked);
      }
      case FEW_SHOT -> fewShot(task, asked, defaults.shots());
    };
  }

  private Composition composition(Composition otherwise) {
    return way == null ? otherwise : GivenChoice.of("--way", Composition.ALL, way);
  }

  private FewShotPrompt fewShot(Task task, TestInput asked, int otherwise) {
    var whole = task.fewShot(task.examples().size(), asked);
    var written = layout == null ? whole : whole.withLayout(layoutOf(layout, whole.layout()));
    var ordered = ordered(written);
    int most = Math.min(ordered.used().size(), ordered.shots());
    if (shots != null && (shots < 0 || shots > most)) {
      throw new UsageException("--shots must be from 0 to " + most + ", was " + shots);
    }
    return ordered.withShots(shots == null ? usual(most, otherwise) : shots);
  }

  /// Examples that are named by their places are all shown.
  private int usual(int most, int otherwise) {
    boolean named = !order.equals("given") && !order.equals("shuffled");
    return named ? most : Math.min(most, otherwise);
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

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new UsageException("--way: " + otherwise);
    }
  }
}
