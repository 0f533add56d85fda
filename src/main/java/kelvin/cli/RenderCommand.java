package kelvin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kelvin.cli.environment.CliEnvironment;
import kelvin.cli.environment.ExitCode;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.FileProblem;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.MapOfTokens;
import kelvin.cli.environment.UsageException;
import kelvin.cli.option.AgainstOptions;
import kelvin.cli.option.FigureOptions;
import kelvin.cli.option.HelpOption;
import kelvin.cli.option.ModelOption;
import kelvin.cli.option.RenderSource;
import kelvin.cli.option.SamplingOptions;
import kelvin.cli.option.StartTokenOption;
import kelvin.cli.option.search.AnswerOptions;
import kelvin.display.View;
import kelvin.engine.Predictor;
import kelvin.engine.answer.AnswerQuestion;
import kelvin.engine.answer.AnswerSearch;
import kelvin.engine.inside.Layers;
import kelvin.engine.inside.TokenMap;
import kelvin.engine.inside.TokenSpace;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.inner.TokenVectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `kelvin render`: the figures of the window, and the numbers behind them, by command.
@Command(
    name = "render",
    header = "Draw a prompt, a map or something measured into a file, or write its numbers.",
    description = {
      "",
      "The ending of the file's name decides: .png and .svg are pictures, .csv and .json the",
      "numbers of the same view, unrounded. The CSV of the playground is that of the bars, the JSON",
      "of an evaluation has all its items.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  kelvin render --prompt \"Once upon a time there was a little\" --top-p 0.9 \\",
      "      --theme dark -o figure.png",
      "  kelvin render --prompt \"Once upon a time\" --view bars --rows 8 -o bars.svg",
      "  kelvin render --prompt \"The capital of France is\" --view layers -o layers.png",
      "  kelvin sweep sums-with-a-tilde --draws 50 --json > sums.json",
      "  kelvin render --sweep sums.json -o sums.png",
      "  kelvin evaluate reviews --limit 50 --json > reviews.json",
      "  kelvin render --evaluation reviews.json -o reviews.png",
      "  kelvin adapt reviews --limit 50 --json > adapt.json",
      "  kelvin render --adapt adapt.json -o adapt.png",
      "  kelvin render --tokens \"man woman king queen boy girl\" -o map.png"
    })
final class RenderCommand implements Callable<Integer> {

  /// The options of what was measured before.
  private static final Set<String> OF_MEASURED = Set.of("--output", "--size", "--scale", "--theme");

  private final CliEnvironment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private RenderSource source = new RenderSource();

  @Mixin private SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The file to write; its name ends in .png, .svg, .csv or .json.")
  private Path file = Path.of("");

  @Option(
      names = "--matrix",
      paramLabel = "NAME",
      description =
          "The vectors of a map: input (those with which tokens enter the model) or output (those"
              + " that the head multiplies). Default: input.")
  private @Nullable String matrix;

  @Mixin private FigureOptions figures = new FigureOptions();
  @Mixin private AgainstOptions against = new AgainstOptions();
  @Mixin private AnswerOptions answers = new AnswerOptions();
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
    if (source.isSweep()) {
      checkNothingBeside("--sweep", "--p-scale");
      var sweep = source.readSweep();
      write(() -> environment.figures().get().render(sweep, look, file));
    } else if (source.isEvaluation()) {
      checkNothingBeside("--evaluation", "--plot");
      var plots = figures.evaluationPlot();
      var evaluation = source.readEvaluation();
      write(() -> environment.figures().get().render(evaluation, plots, look, file));
    } else if (source.isAdaptation()) {
      checkNothingBeside("--adapt");
      var adaptation = source.readAdaptation();
      write(() -> environment.figures().get().render(adaptation, look, file));
    } else if (source.isMap()) {
      checkNothingBeside("--tokens", "--matrix", "--model");
      var map = map();
      write(() -> environment.figures().get().render(map, look, file));
    } else {
      figures.requireNoEvaluationPlot();
      if (matrix != null) {
        throw new UsageException("--matrix is for --tokens");
      }
      var figure = figure(look);
      write(() -> environment.figures().get().render(figure, file));
    }
    return ExitCode.DONE;
  }

  private MapOfTokens map() throws ModelLoadException {
    var wanted =
        matrix == null
            ? TokenVectors.Matrix.INPUT
            : GivenChoice.of("--matrix", List.of(TokenVectors.Matrix.values()), matrix);
    try (var loaded = model.open(environment)) {
      var vocabulary = loaded.tokenizer().vocabulary();
      var ids = source.tokens(vocabulary);
      try (var space = TokenSpace.open(loaded, wanted)) {
        return new MapOfTokens(
            TokenMap.of(space, ids), vocabulary, wanted, loaded.descriptor().name());
      }
    }
  }

  private Figure figure(Figure.Look look) throws ModelLoadException {
    against.check(look.figure().view());
    boolean wantsAnswers = look.figure().view() == View.ANSWERS;
    if (!wantsAnswers) {
      answers.requireNone();
    }
    var stopText = answers.stopText();
    var limits = answers.limits();
    var chain = sampling.chain();
    var prompt = source.read(environment, model);
    try (var loaded = model.open(environment)) {
      SamplingOptions.checkTokens(chain, loaded.descriptor().logitCount());
      var context = startToken.context(prompt, loaded.tokenizer());
      var prediction = new Predictor(loaded).predict(context, environment.cancellation());
      boolean wantsLayers = look.figure().view() == View.LAYERS;
      if (wantsLayers) {
        model.tellMemory(loaded, environment);
      }
      return new Figure(
          prediction,
          chain,
          loaded.tokenizer().vocabulary(),
          loaded.descriptor().name(),
          look,
          new Figure.Extras(
              against.find(
                  prediction, chain, loaded, startToken.choice(), environment.cancellation()),
              wantsAnswers
                  ? Optional.of(find(loaded, new AnswerQuestion(context.ids(), stopText, limits)))
                  : Optional.empty(),
              wantsLayers
                  ? Optional.of(Layers.of(loaded, context.ids(), environment.cancellation()))
                  : Optional.empty()));
    }
  }

  private Figure.AnswersFound find(LoadedModel loaded, AnswerQuestion question) {
    var found = AnswerSearch.run(loaded, question, environment.cancellation());
    environment.cancellation().throwIfCancelled();
    return new Figure.AnswersFound(found, question.stopText());
  }

  private void write(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException e) {
      throw new FileProblem(file.toString(), e);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private interface Drawing {
    void run() throws IOException;
  }

  /// Refuses options that have no effect on the figure of something that was measured before.
  ///
  /// @param kind the option that names it
  private void checkNothingBeside(String kind, String... more) {
    var allowed = new HashSet<>(OF_MEASURED);
    allowed.add(kind);
    allowed.addAll(List.of(more));
    for (var option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!allowed.contains(option.longestName())) {
        throw new UsageException(
            option.longestName()
                + " does not go with "
                + kind
                + switch (kind) {
                  case "--sweep" -> ": a sweep is drawn as it was measured";
                  case "--evaluation" -> ": an evaluation is drawn as it was measured";
                  case "--adapt" -> ": a comparison is drawn as it was measured";
                  default -> ": a map has no prompt and no distribution";
                });
      }
    }
  }

  private void checkFile() {
    var name = file.toString().toLowerCase(Locale.ROOT);
    if (Stream.of(".png", ".svg", ".csv", ".json").noneMatch(name::endsWith)) {
      throw new UsageException("--output must end in .png, .svg, .csv or .json: " + file);
    }
  }
}
