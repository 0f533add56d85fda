package kelvin.cli;

import java.io.IOException;
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
import kelvin.cli.output.GeneratedText;
import kelvin.cli.output.GenerationJson;
import kelvin.cli.replay.CertificateOutput;
import kelvin.cli.replay.RecordOptions;
import kelvin.engine.Generation;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin generate`: draws token after token.
@Command(
    name = "generate",
    header = "Continue a prompt, token by token; the text appears as it comes.",
    footer = {
      "",
      "Example: the same seed always gives the same text",
      "  kelvin generate --prompt \"Once upon a time\" --temperature 0.8 --top-p 0.95 --seed 7",
      "What this seed would have drawn at another temperature:",
      "  kelvin generate --prompt \"Once upon a time\" --seed 7 --certificate story.json",
      "  kelvin replay story.json --temperature 1.3"
    })
final class GenerateCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "The most tokens to add. Default: 100.")
  private int maxTokens = 100;

  @Mixin private DrawOptions drawing = new DrawOptions();

  @Mixin private RecordOptions records = new RecordOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin HelpOption help = new HelpOption();

  GenerateCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException, IOException {
    if (maxTokens < 0) {
      throw new UsageException("--max-tokens must be 0 or more, was " + maxTokens);
    }
    var settings =
        new Generation.Settings(sampling.chain(), drawing.mode(), drawing.seed(), maxTokens);
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      SamplingOptions.checkTokens(settings.sampling(), loaded.descriptor().logitCount());
      return generate(prompt, loaded, settings) == Generation.Stop.CANCELLED
          ? ExitCode.CANCELLED
          : ExitCode.DONE;
    }
  }

  private Generation.Stop generate(Prompt prompt, LoadedModel loaded, Generation.Settings settings)
      throws IOException {
    var tokenizer = loaded.tokenizer();
    var context = startToken.context(prompt, tokenizer);
    var out = environment.streams().out();
    var text = new GeneratedText(tokenizer.vocabulary());
    var subject =
        new RecordOptions.Subject(
            "kelvin " + BuildInfo.read(),
            loaded,
            CertificateOutput.text(prompt, startToken),
            context,
            settings);
    var result =
        records.run(
            subject,
            step -> {
              var piece = text.accept(step.id());
              if (!json.isGiven()) {
                out.print(piece);
                out.flush();
              }
            },
            environment.cancellation());
    var rest = text.finish();
    if (json.isGiven()) {
      new GenerationJson(out, tokenizer.vocabulary())
          .write(prompt.text(tokenizer), result, text.whole());
    } else {
      out.println(rest);
    }
    return result.stop();
  }
}
