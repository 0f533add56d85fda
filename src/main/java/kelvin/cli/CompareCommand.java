package kelvin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.Prompt;
import kelvin.cli.option.PromptSource;
import kelvin.cli.option.SamplingOptions;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.drawing.DrawOptions;
import kelvin.cli.output.pair.ComparisonText;
import kelvin.engine.DrawSteps;
import kelvin.engine.pair.ComparisonJson;
import kelvin.engine.pair.ModelComparison;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
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
      description = "The other model, a folder or an .onnx file; may be given several times.")
  private List<Path> against = new ArrayList<>();

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
    var prompt = source.read(environment, model);
    var all = new ArrayList<ModelComparison>();
    try (var loaded = model.open(environment)) {
      SamplingOptions.checkTokens(draws.sampling(), loaded.descriptor().logitCount());
      for (var folder : against) {
        try (var other = ModelOption.open(folder, environment)) {
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
