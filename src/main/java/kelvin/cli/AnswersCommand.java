package kelvin.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.AnswerSource;
import kelvin.cli.option.CompositionOptions;
import kelvin.cli.option.DropOption;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.Prompt;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.TaskSource;
import kelvin.cli.option.search.AnswerOptions;
import kelvin.cli.output.AnswerList;
import kelvin.engine.answer.AnswerQuestion;
import kelvin.engine.answer.AnswerSearch;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Trial;
import kelvin.text.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin answers`: whole answers after a prompt.
@Command(
    name = "answers",
    header = "List whole answers after a prompt with their exact joint probabilities.",
    description = {
      "",
      "An answer ends before the stop text. The beginning with the highest probability is always",
      "expanded next, until complete answers hold the mass or the budget is used up; the rest is",
      "counted as not expanded. Probabilities are of the model's distribution at τ = 1. Different",
      "tokens with the same text are one answer.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin answers --prompt \"3 ~ 4 = \" --budget 100",
      "  kelvin answers --prompt \"He said: \" --stop-text . --mass 0.5 --json",
      "  kelvin answers --task sums-with-a-tilde --shots 4"
    })
final class AnswersCommand implements Callable<Integer> {

  private static final int LISTED = 20;

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private AnswerSource source = new AnswerSource();

  @Mixin private AnswerOptions answers = new AnswerOptions();

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "List the N most probable answers; the others are counted. Default: 20; with --json, all.")
  private @Nullable Integer top;

  @Mixin private CompositionOptions composition = new CompositionOptions();
  @Mixin private DropOption drop = new DropOption();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  /// A prompt with the labels that are marked among its answers.
  private record Asked(Prompt prompt, Trial trial) {}

  AnswersCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var stopText = answers.stopText();
    var limits = answers.limits();
    if (top != null && top < 0) {
      throw new UsageException("--top must be 0 or more, was " + top);
    }
    int listed = top != null ? top : json.isGiven() ? Integer.MAX_VALUE : LISTED;
    var asked = asked();
    try (var loaded = model.open(environment)) {
      var fitting = fit(asked, loaded);
      var context = startToken.context(fitting.prompt(), loaded.tokenizer());
      var found =
          AnswerSearch.run(
              loaded,
              new AnswerQuestion(context.ids(), stopText, limits),
              environment.cancellation());
      var list =
          new AnswerList(
              loaded.descriptor().name(),
              fitting.prompt().text(loaded.tokenizer()),
              fitting.trial(),
              stopText,
              found.first(listed));
      if (json.isGiven()) {
        list.write(new Json(environment.streams().out()));
      } else {
        list.print(environment.streams().out(), loaded.tokenizer().vocabulary());
      }
      return found.end().filter(SearchEnd.CANCELLED::equals).isPresent()
          ? ExitCode.CANCELLED
          : ExitCode.DONE;
    }
  }

  private Asked asked() throws ModelLoadException {
    if (source.task().isPresent()) {
      return of(composition.trial(TaskSource.read(source.task().get())));
    }
    composition.requireNone();
    return switch (source.read(environment, model)) {
      case Prompt.Text(String text) -> of(text);
      case Prompt.Rendered(String text) -> of(text);
      case Prompt.Ids ids -> {
        if (composition.input().isPresent()) {
          throw new UsageException("--prompt-ids are taken as they are: leave out --input");
        }
        if (drop.isGiven()) {
          throw new UsageException("--prompt-ids are taken as they are: leave out --drop");
        }
        var none = new FreePrompt("");
        yield new Asked(ids, Trial.of(none, List.of(), composition.answer(), false));
      }
    };
  }

  private Asked of(String text) {
    return of(Trial.of(composition.filled(text), List.of(), composition.answer(), false));
  }

  private Asked of(Trial trial) {
    var text = trial.prompt().render();
    return new Asked(source.isChat() ? new Prompt.Rendered(text) : new Prompt.Text(text), trial);
  }

  private Asked fit(Asked asked, LoadedModel loaded) {
    return asked.prompt() instanceof Prompt.Ids
        ? asked
        : of(drop.fit(asked.trial(), loaded, startToken.choice(source), environment));
  }
}
