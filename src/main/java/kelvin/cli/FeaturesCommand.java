package kelvin.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.PromptSource;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.output.FeaturesText;
import kelvin.engine.inside.Features;
import kelvin.engine.inside.InsidePart;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `kelvin features`: the last hidden state after a prompt.
@Command(
    name = "features",
    header = "Give the last hidden state after a prompt, to which the model's head is applied.",
    description = {
      "",
      "The values are those after the final norm, at the last position. The head's matrix times",
      "them gives the logits, before a bias, a scale or a soft cap where the model has one.",
      "The model is opened a second time for this, which takes as much memory again. If the",
      "logits of the two differ at all, the largest difference is said.",
      ""
    },
    footer = {"", "Example:", "  kelvin features --prompt \"Once upon a time\" --json"})
final class FeaturesCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  FeaturesCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      model.tellMemory(loaded, InsidePart.FEATURES, environment);
      var features = Features.of(loaded, context.ids(), environment.cancellation());
      var out = environment.streams().out();
      if (json.isGiven()) {
        FeaturesText.write(new Json(out), features);
      } else {
        FeaturesText.print(out, features);
      }
    }
    return ExitCode.DONE;
  }
}
