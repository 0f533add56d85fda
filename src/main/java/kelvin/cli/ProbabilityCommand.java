package kelvin.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.Prompt;
import kelvin.cli.option.PromptSource;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.search.SearchOptions;
import kelvin.cli.output.SpellingList;
import kelvin.engine.Context;
import kelvin.engine.path.SearchEnd;
import kelvin.engine.spelling.Healing;
import kelvin.engine.spelling.SpellingSearch;
import kelvin.engine.spelling.UsualSpelling;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin probability`: the probability that a text follows, however it is spelled in tokens.
@Command(
    name = "probability",
    header = "Give the probability that a text follows, over all ways to spell it in tokens.",
    description = {
      "",
      "The same characters can be one token or several. The probability that the continuation",
      "begins with the text is the sum over all sequences of tokens that cover it; the last token",
      "may go beyond its end. The usual spelling is that of the tokenizer. The bound is the",
      "probability that the search has not ruled in or out. Probabilities are of the model's",
      "distribution at τ = 1.",
      "With --heal, the last token of the prompt may be spelled in another way too. That shows what",
      "a space at the prompt's end or a cut word loses.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin probability --prompt \"Once upon a time there was a little\" --text \" girl\"",
      "  kelvin probability --prompt \"there was a little \" --text girl --heal"
    })
final class ProbabilityCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Option(
      names = "--text",
      required = true,
      paramLabel = "TEXT",
      description =
          "The text exactly as it follows the prompt, with a leading space if it has one.")
  private String text = "";

  @Option(
      names = "--heal",
      description =
          "Also give the probability when the last token of the prompt is taken away and its"
              + " characters may be spelled in any way.")
  private boolean heal;

  @Mixin private SearchOptions search = new SearchOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  ProbabilityCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    if (text.isEmpty()) {
      throw new UsageException("--text is empty: give at least one character");
    }
    int runs = search.budget(SpellingSearch.DEFAULT_RUNS);
    int listed = search.listed(json.isGiven());
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      var usual = usual(loaded, prompt);
      var found = SpellingSearch.run(loaded, context.ids(), text, runs, environment.cancellation());
      var healed = heal ? healed(loaded, context, runs) : Optional.<Healing>empty();
      var list = new SpellingList(text, usual, found.first(listed), healed);
      if (json.isGiven()) {
        list.write(new Json(environment.streams().out()), loaded.tokenizer().vocabulary());
      } else {
        list.print(environment.streams().out(), loaded.tokenizer().vocabulary());
      }
      return found.end() == SearchEnd.CANCELLED ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  /// Token ids have no text that could be encoded with the other one.
  private Optional<UsualSpelling> usual(LoadedModel loaded, Prompt prompt) {
    return prompt instanceof Prompt.Ids
        ? Optional.empty()
        : UsualSpelling.of(
            loaded,
            prompt.text(loaded.tokenizer()),
            text,
            startToken.choice(source),
            environment.cancellation());
  }

  private Optional<Healing> healed(LoadedModel loaded, Context context, int runs) {
    return Healing.of(
        loaded, context.ids(), context.startCount(), text, runs, environment.cancellation());
  }
}
