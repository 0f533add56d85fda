package kelvin.cli.replay;

import java.io.IOException;
import java.util.concurrent.Callable;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.JsonOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.PromptSource;
import kelvin.cli.option.SamplingOptions;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.drawing.DrawOptions;
import kelvin.cli.option.search.SearchOptions;
import kelvin.cli.output.replay.SampleList;
import kelvin.engine.Generation;
import kelvin.engine.sample.SampleQuestion;
import kelvin.engine.sample.SampleSearch;
import kelvin.inference.ModelLoadException;
import kelvin.text.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin sample`: many continuations of a prompt, counted.
@Command(
    name = "sample",
    header = "Draw many continuations of a prompt, and count them.",
    description = {
      "",
      "The first sample has the seed that is given, and each next one the next seed; kelvin generate",
      "draws each of them alone. Samples that begin alike run the model together. The most frequent",
      "continuation is first, and the greedy one, the most probable token of each step, stands",
      "beside them. Where the settings allow it, the counts are compared with the exact",
      "probabilities by a chi-square test.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  kelvin sample --prompt \"Once upon a time there was a\" --count 200 --max-tokens 2"
    })
public final class SampleCommand implements Callable<Integer> {

  private static final int MAX_COUNT = 1_000_000;

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "The number of samples, 1 to 1,000,000. Default: 100.")
  private int count = 100;

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "The most tokens of a sample. Default: 20.")
  private int maxTokens = 20;

  @Mixin private DrawOptions drawing = new DrawOptions();

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "List the N most frequent ones; the others are counted. Default: 20; with --json, all.")
  private @Nullable Integer top;

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  public SampleCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    if (count < 1 || count > MAX_COUNT) {
      throw new UsageException("--count must be 1 to 1,000,000, was " + count);
    }
    var settings =
        new Generation.Settings(
            sampling.chain(),
            drawing.mode(),
            drawing.seed(),
            SearchOptions.atLeast("--max-tokens", 0, maxTokens));
    int listed = SearchOptions.listed(top, json.isGiven());
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      SamplingOptions.checkTokens(settings.sampling(), loaded.descriptor().logitCount());
      var context = startToken.context(prompt, loaded.tokenizer());
      var samples =
          SampleSearch.run(
              loaded,
              new SampleQuestion(context.ids(), settings, count),
              environment.cancellation());
      var list = new SampleList(samples, listed);
      if (json.isGiven()) {
        list.write(new Json(environment.streams().out()));
      } else {
        list.print(environment.streams().out());
      }
      return ExitCode.DONE;
    }
  }
}
