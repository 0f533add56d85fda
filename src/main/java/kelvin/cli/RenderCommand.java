package kelvin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kelvin.engine.Predictor;
import kelvin.inference.ModelLoadException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin render`: the figures of the window, and the numbers behind them, by command.
@Command(
    name = "render",
    header = "Draw the figures of a prompt into a PNG or SVG file, or write their numbers.",
    description = {
      "",
      "The ending of the file's name decides: .png and .svg are pictures, .csv and .json the",
      "numbers of the same view, unrounded. The CSV of the playground is that of the bars.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin render --prompt \"Once upon a time there was a little\" --top-p 0.9 \\",
      "      --theme dark -o figure.png",
      "  kelvin render --prompt \"Once upon a time\" --view bars --rows 8 -o bars.svg"
    })
final class RenderCommand implements Callable<Integer> {

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The file to write; its name ends in .png, .svg, .csv or .json.")
  private Path file = Path.of("");

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private AgainstOptions against = new AgainstOptions();
  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin HelpOption help = new HelpOption();

  RenderCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException {
    checkFile();
    var look = figures.look();
    against.check(look.view());
    var chain = sampling.chain();
    var prompt = source.read(environment.streams().in());
    Figure figure;
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      var prediction = new Predictor(loaded).predict(context, environment.cancellation());
      figure =
          new Figure(
              prediction,
              chain,
              loaded.tokenizer().vocabulary(),
              loaded.descriptor().name(),
              look,
              against.find(
                  prediction, chain, loaded, startToken.choice(), environment.cancellation()));
    }
    try {
      environment.figures().get().render(figure, file);
    } catch (IOException e) {
      throw new FileProblem(file.toString(), e);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
    return ExitCode.DONE;
  }

  private void checkFile() {
    var name = file.toString().toLowerCase(Locale.ROOT);
    if (Stream.of(".png", ".svg", ".csv", ".json").noneMatch(name::endsWith)) {
      throw new UsageException("--output must end in .png, .svg, .csv or .json: " + file);
    }
  }
}
