package kelvin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.Prompt;
import kelvin.cli.option.PromptSource;
import kelvin.cli.option.SamplingOptions;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.drawing.DrawOptions;
import kelvin.cli.output.pair.ComparisonText;
import kelvin.engine.draw.DrawSteps;
import kelvin.engine.pair.ComparisonJson;
import kelvin.engine.pair.ModelComparison;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.server.ServerPlace;
import kelvin.text.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin compare`: how another model differs over a text.
@Command(
    name = "compare",
    header = "Compare models over a text: where they differ, and how much.",
    description = {
      "",
      "At each token of the text, the next-token distributions of both models are compared: KL",
      "from --model to --against, Jensen-Shannon, and whether both find the same token the most",
      "probable one. All are the models' own, at temperature 1. With --against several times, each",
      "is compared with --model, in one table.",
      "Both also draw a token at each position, with the same sampling, seed and random numbers, as",
      "if the text had been drawn after its first token; the first draw that differs is told.",
      "Models with different tokens are compared by their bits per byte and by the next character",
      "after the text. Both models are in memory while they are compared.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  kelvin compare --model gpt2/model.onnx --against gpt2/model_int8.onnx --prompt-file a.txt"
    })
final class CompareCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Option(
      names = "--against",
      required = true,
      paramLabel = "DIR",
      description =
          "The other model: a folder, an .onnx file, or the address of one on a server; may be given"
              + " several times.")
  private List<String> against = new ArrayList<>();

  @Option(
      names = "--against-tokenizer",
      paramLabel = "DIR",
      description =
          "The folder with the tokenizer of a model on a server in --against. Default: that of"
              + " --model.")
  private @Nullable Path againstTokenizer;

  @Mixin private SamplingOptions sampling = new SamplingOptions();
  @Mixin private DrawOptions drawing = new DrawOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  CompareCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    var draws = new DrawSteps.Settings(sampling.chain(), drawing.mode(), drawing.seed());
    if (againstTokenizer != null && against.stream().noneMatch(ServerPlace::isAddress)) {
      throw new UsageException(
          "--against-tokenizer belongs to a model on a server; give its address with --against");
    }
    var prompt = source.read(environment, model);
    var all = new ArrayList<ModelComparison>();
    try (var loaded = model.open(environment)) {
      SamplingOptions.checkTokens(draws.sampling(), loaded.descriptor().logitCount());
      for (var named : against) {
        var place = ModelOption.place("--against", named, tokenizer(loaded), environment);
        try (var other = ModelOption.open(place, environment)) {
          all.add(compared(loaded, other, prompt, draws));
        }
      }
      var out = environment.streams().out();
      var vocabulary = loaded.tokenizer().vocabulary();
      if (json.isGiven()) {
        new ComparisonJson(vocabulary).write(new Json(out), all);
      } else {
        new ComparisonText(vocabulary).print(out, all);
      }
    }
    return ExitCode.DONE;
  }

  private Path tokenizer(LoadedModel loaded) {
    var own = loaded.descriptor();
    return againstTokenizer == null
        ? own.server().map(ServerPlace::tokenizer).orElse(own.folder())
        : againstTokenizer;
  }

  private ModelComparison compared(
      LoadedModel loaded, LoadedModel other, Prompt prompt, DrawSteps.Settings draws) {
    var question =
        new ModelComparison.Question(
            prompt.text(loaded.tokenizer()),
            startToken.context(prompt, loaded.tokenizer()),
            startToken.context(prompt, other.tokenizer()),
            draws);
    return ModelComparison.of(loaded, other, question, environment.cancellation());
  }
}
