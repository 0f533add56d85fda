package kelvin.cli;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.PromptSource;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.output.AttributionTable;
import kelvin.engine.inside.Attribution;
import kelvin.engine.inside.InsidePart;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin attribute`: the tokens of a prompt that drive a prediction.
@Command(
    name = "attribute",
    header = "Say which tokens of a prompt drive the prediction of a token.",
    description = {
      "",
      "For each token of the prompt: the gradient of ln p with respect to its vector, as the graph",
      "looks it up. The norm says how strongly a small change of the vector counts; the product",
      "with the vector, whether a longer vector makes the prediction more probable or less.",
      "A gradient is local: it says what a small change does. --measured says what leaving the",
      "token out does, and marks where both have different signs.",
      "Needs a graph of plain operators in float32 or half precision. The model is opened a second",
      "time for this, which takes as much memory again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin attribute --prompt \"Once upon a time\"",
      "  kelvin attribute --prompt \"Once upon a time\" --token-id 17 --measured --json"
    })
final class AttributeCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Option(
      names = "--token-id",
      paramLabel = "ID",
      description = "The predicted token. Default: the most probable one.")
  private @Nullable Integer token;

  @Option(
      names = "--measured",
      description =
          "Also run the prompt without each of its tokens, and give ln p with the token less that"
              + " without it.")
  private boolean measures;

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  AttributeCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      model.tellMemory(loaded, InsidePart.GRADIENTS, environment);
      var wanted = token == null ? OptionalInt.empty() : OptionalInt.of(token);
      var found =
          Attribution.of(loaded, context.ids(), wanted, measures, environment.cancellation());
      var table = new AttributionTable(loaded.tokenizer().vocabulary(), found);
      var out = environment.streams().out();
      if (json.isGiven()) {
        table.write(new Json(out));
      } else {
        table.print(out);
      }
    }
    return ExitCode.DONE;
  }
}
