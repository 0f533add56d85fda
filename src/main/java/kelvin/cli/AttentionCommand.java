package kelvin.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.CompositionOptions;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.Prompt;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.TaskSource;
import kelvin.cli.output.AttentionTable;
import kelvin.engine.inside.Attention;
import kelvin.engine.inside.InsidePart;
import kelvin.experiment.ContextPart;
import kelvin.inference.ModelLoadException;
import kelvin.prompt.FewShotPrompt;
import kelvin.text.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin attention`: the weights by which the last position sees the tokens of a prompt.
@Command(
    name = "attention",
    header = "Give the weights by which the last position of a prompt attends to each token.",
    description = {
      "",
      "Each head of each layer mixes values of the tokens; the weights say in which shares, and",
      "sum to 1. They do not explain the answer: values differ in size and direction, and later",
      "layers mix again. Much weight on the first token often means that a head looks for nothing.",
      "The model is opened a second time for this, which takes as much memory again. If the",
      "logits of the two differ at all, the largest difference is said. Graphs that compute",
      "attention in one operator, such as GroupQueryAttention, have no weights to show.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin attention --prompt \"Once upon a time\" --layer mean",
      "  kelvin attention --prompt \"Once upon a time\" --layer 2 --head all --json",
      "  kelvin attention --task sums-with-a-tilde --shots 4 --layer mean"
    })
final class AttentionCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private TaskPromptSource source = new TaskPromptSource();

  @Mixin private CompositionOptions composition = new CompositionOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private AttentionOptions options = new AttentionOptions();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  /// A prompt, with its examples if it has some.
  private record Asked(Prompt prompt, Optional<FewShotPrompt> fewShot) {}

  AttentionCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var choice = options.choice();
    var asked = asked();
    try (var loaded = model.open(environment)) {
      var context = startToken.context(asked.prompt(), loaded.tokenizer());
      model.tellMemory(loaded, InsidePart.ATTENTION, environment);
      var attention = Attention.of(loaded, context.ids(), environment.cancellation());
      var table =
          new AttentionTable(
              loaded.tokenizer().vocabulary(),
              context.ids(),
              attention,
              choice.of(attention),
              asked.fewShot().map(shown -> ContextPart.of(shown, context)).orElse(List.of()));
      var out = environment.streams().out();
      if (json.isGiven()) {
        table.write(new Json(out));
      } else {
        table.print(out);
      }
    }
    return ExitCode.DONE;
  }

  private Asked asked() throws ModelLoadException {
    if (source.task().isPresent()) {
      var prompt = composition.trial(TaskSource.read(source.task().get())).prompt();
      return new Asked(
          new Prompt.Text(prompt.render()),
          prompt instanceof FewShotPrompt fewShot ? Optional.of(fewShot) : Optional.empty());
    }
    composition.requireNone();
    return switch (source.read(environment, model)) {
      case Prompt.Text(String text) ->
          new Asked(new Prompt.Text(composition.filled(text).render()), Optional.empty());
      case Prompt.Rendered(String text) ->
          new Asked(new Prompt.Rendered(composition.filled(text).render()), Optional.empty());
      case Prompt.Ids ids -> {
        if (composition.input().isPresent()) {
          throw new UsageException("--prompt-ids are taken as they are: leave out --input");
        }
        yield new Asked(ids, Optional.empty());
      }
    };
  }
}
