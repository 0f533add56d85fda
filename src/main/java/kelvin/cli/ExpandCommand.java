package kelvin.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.PromptSource;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.search.SearchOptions;
import kelvin.cli.output.LeafList;
import kelvin.engine.expansion.ExpansionLimits;
import kelvin.engine.expansion.ExpansionSearch;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin expand`: all continuations of a prompt, the most probable ones first.
@Command(
    name = "expand",
    header = "List the continuations of a prompt with their exact joint probabilities.",
    description = {
      "",
      "A leaf has as many tokens as --depth says, or fewer and an end-of-text token. The beginning",
      "with the highest probability is always expanded next, until the leaves hold the mass or the",
      "budget is used up. The probability of all other continuations is given as unexplored.",
      "Probabilities are of the model's distribution at τ = 1. The same text in other tokens is",
      "another leaf. --beam makes a beam search of the same depth afterwards, and says what it missed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin expand --prompt \"Once upon a\" --depth 4 --budget 200",
      "  kelvin expand --prompt \"3 ~ 4 = \" --depth 2 --mass 0.9 --json",
      "  kelvin expand --prompt \"Once upon a\" --depth 4 --beam 3"
    })
final class ExpandCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Option(
      names = "--depth",
      required = true,
      paramLabel = "D",
      description = "The number of tokens of a continuation, 1 or more.")
  private int depth;

  @Option(
      names = "--mass",
      paramLabel = "M",
      description =
          "Expand until the leaves hold this probability, above 0 and at most 1. Default: 0.95.")
  private double mass = ExpansionLimits.DEFAULT_MASS;

  @Option(
      names = "--beam",
      paramLabel = "B",
      description =
          "Compare with a beam search that keeps B beginnings in each step, 1 to 1000. It runs after"
              + " the expansion, outside of its budget.")
  private @Nullable Integer beam;

  @Mixin private SearchOptions search = new SearchOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  ExpandCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var limits =
        new ExpansionLimits(
                SearchOptions.atLeast("--depth", 1, depth),
                SearchOptions.mass(mass),
                search.budget(ExpansionLimits.DEFAULT_RUNS))
            .withBeam(beam());
    int listed = search.listed(json.isGiven());
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      var found = ExpansionSearch.run(loaded, context.ids(), limits, environment.cancellation());
      var list = new LeafList(depth, found.first(listed));
      if (json.isGiven()) {
        list.write(new Json(environment.streams().out()));
      } else {
        list.print(environment.streams().out(), loaded.tokenizer().vocabulary());
      }
      return found.end() == SearchEnd.CANCELLED ? ExitCode.CANCELLED : ExitCode.DONE;
    }
  }

  private int beam() {
    if (beam == null) {
      return 0;
    }
    if (beam > ExpansionLimits.MAX_BEAM) {
      throw new UsageException("--beam must be 1 to " + ExpansionLimits.MAX_BEAM + ", was " + beam);
    }
    return SearchOptions.atLeast("--beam", 1, beam);
  }
}
