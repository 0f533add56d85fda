package kelvin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import kelvin.engine.Predictor;
import kelvin.inference.ModelLoadException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kelvin render`: the distribution and its nucleus curve as a picture.
@Command(
    name = "render",
    header = "Draw the distribution and the nucleus curve of a prompt into a PNG file.",
    footer = {
      "",
      "Example:",
      "  kelvin render --prompt \"Once upon a time there was a little\" --top-p 0.9 \\",
      "      --theme dark -o figure.png"
    })
final class RenderCommand implements Callable<Integer> {

  private static final int LEAST_SIZE = 200;
  private static final int MOST_SIZE = 8192;

  private final CliEnvironment environment;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private PromptSource source = new PromptSource();

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The file to write; its name ends in .png.")
  private Path file = Path.of("");

  @Option(names = "--width", paramLabel = "PIXELS", description = "Default: 1280.")
  private int width = 1280;

  @Option(names = "--height", paramLabel = "PIXELS", description = "Default: 800.")
  private int height = 800;

  @Option(names = "--theme", paramLabel = "NAME", description = "light or dark. Default: light.")
  private String theme = "light";

  @Mixin private StartTokenOption startToken = new StartTokenOption();
  @Mixin private ModelOption model = new ModelOption();
  @Mixin HelpOption help = new HelpOption();

  RenderCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws ModelLoadException {
    checkOptions();
    var parameters = sampling.parameters();
    var prompt = source.read(environment.streams().in());
    Figure figure;
    try (var loaded = model.open(environment)) {
      var context = startToken.context(prompt, loaded.tokenizer());
      figure =
          new Figure(
              new Predictor(loaded).predict(context, environment.cancellation()),
              loaded.tokenizer().vocabulary(),
              parameters,
              loaded.descriptor().name(),
              width,
              height,
              theme.equals("dark"));
    }
    try {
      environment.figures().get().render(figure, file);
    } catch (IOException e) {
      throw new FileProblem(file.toString(), e);
    }
    return ExitCode.DONE;
  }

  private void checkOptions() {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new UsageException("only .png can be written, so --output must end in it: " + file);
    }
    checkSize("--width", width);
    checkSize("--height", height);
    if (!theme.equals("light") && !theme.equals("dark")) {
      throw new UsageException("--theme must be light or dark, was '" + theme + "'");
    }
  }

  private static void checkSize(String option, int pixels) {
    if (pixels < LEAST_SIZE || pixels > MOST_SIZE) {
      throw new UsageException(
          option + " must be from " + LEAST_SIZE + " to " + MOST_SIZE + " pixels, was " + pixels);
    }
  }
}
