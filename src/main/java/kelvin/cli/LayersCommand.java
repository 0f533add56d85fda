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
import kelvin.cli.output.LayerList;
import kelvin.engine.inside.InsidePart;
import kelvin.engine.inside.Layers;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin layers`: the choices of a model after each of its layers.
@Command(
    name = "layers",
    header = "Show what the model would choose after each of its layers.",
    description = {
      "",
      "The final norm and the head are applied to the residual stream after each block (the logit",
      "lens). Layer 0 is the embeddings, and the last layer gives the model's own probabilities,",
      "at temperature 1. KL is from a layer to the last one: KL(layer ‖ last).",
      "The model is opened a second time for this, which takes as much memory again. If the",
      "logits of the two differ at all, the largest difference is said.",
      ""
    },
    footer = {"", "Example:", "  kelvin layers --prompt \"Once upon a\" --top 5"})
final class LayersCommand implements Callable<Integer> {

  private static final int SHOWN = 3;
  private static final int WRITTEN = 10;

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "List the N most probable tokens of each layer. Default: "
              + WRITTEN
              + " in JSON, "
              + SHOWN
              + " in the table.")
  private @Nullable Integer top;

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  LayersCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    if (top != null && top < 1) {
      throw new UsageException("--top must be 1 or more, was " + top);
    }
    int usual = json.isGiven() ? WRITTEN : SHOWN;
    int count = top == null ? usual : top;
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      model.tellMemory(loaded, InsidePart.LAYERS, environment);
      var layers = Layers.of(loaded, context.ids(), environment.cancellation());
      var list = new LayerList(loaded.tokenizer().vocabulary(), layers, count);
      var out = environment.streams().out();
      if (json.isGiven()) {
        list.write(new Json(out));
      } else {
        list.print(out);
      }
    }
    return ExitCode.DONE;
  }
}
