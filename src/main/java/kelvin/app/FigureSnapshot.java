package kelvin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.FigureRenderer;
import kelvin.cli.environment.MapOfTokens;
import kelvin.display.EvaluationPlot;
import kelvin.display.InformationUnit;
import kelvin.display.ProbabilityScale;
import kelvin.distribution.Temperature;
import kelvin.engine.inside.Layers;
import kelvin.engine.next.NextToken;
import kelvin.experiment.adapt.Adaptation;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.prompt.sweep.SweepResult;
import kelvin.ui.adapt.AdaptFigure;
import kelvin.ui.answer.ShownAnswers;
import kelvin.ui.control.Numbers;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.distribution.layers.LayersPictures;
import kelvin.ui.evaluation.figure.EvaluationFigure;
import kelvin.ui.figure.FigureData;
import kelvin.ui.figure.FigureFormat;
import kelvin.ui.figure.FigureMaker;
import kelvin.ui.inside.figure.MapFigure;
import kelvin.ui.inside.figure.MapPictures;
import kelvin.ui.inside.prompt.AttentionShades;
import kelvin.ui.lab.SweepFigure;
import kelvin.ui.lab.SweepLook;
import kelvin.ui.plot.Ghost;
import kelvin.ui.text.TokenShades;

/// Draws a figure with JavaFX's own headless platform: no display is needed or used. Numbers alone
/// do not even start it.
final class FigureSnapshot implements FigureRenderer {

  FigureSnapshot() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
  }

  @Override
  public void render(Figure figure, Path file) throws IOException {
    var next = NextToken.of(figure.prediction(), figure.chain());
    var data =
        FigureData.of(next, figure.vocabulary(), figure.modelName())
            .with(
                new FigureData.Beside(
                    figure.against().map(its -> ghost(its, figure)),
                    List.of(),
                    figure.extras().answers().map(found -> answers(found, figure)),
                    figure.extras().layers().map(layers -> lens(layers, next, figure)),
                    figure
                        .extras()
                        .attention()
                        .map(row -> shades(row, figure))
                        .orElse(TokenShades.NONE)));
    draw(
        file,
        (maker, format) ->
            maker.write(data, figure.look().figure(), format, figure.look().scale(), file));
  }

  private static TokenShades shades(Figure.AttentionShown shown, Figure figure) {
    return AttentionShades.of(figure.prediction(), shown.attention(), shown.choice());
  }

  private static ShownAnswers answers(Figure.AnswersFound found, Figure figure) {
    return new ShownAnswers(
        found.answers(), found.stopText(), ShownAnswers.NO_LABELS, figure.vocabulary());
  }

  private static FigureData.Lens lens(Layers layers, NextToken next, Figure figure) {
    var own = next.distribution().logits();
    var picture =
        LayersPictures.of(layers, own, List.of(), figure.vocabulary(), InformationUnit.BITS);
    return new FigureData.Lens(picture, OptionalInt.empty());
  }

  @Override
  public void render(SweepResult sweep, Figure.Look look, Path file) throws IOException {
    var sheet = look.figure().sheet();
    var scale = look.figure().plots().probabilities().orElse(ProbabilityScale.USUAL_SWEEP);
    draw(
        file,
        (maker, format) ->
            SweepFigure.of(sweep, new SweepLook(scale, InformationUnit.BITS))
                .write(maker, sheet, format, look.scale(), file));
  }

  @Override
  public void render(Evaluation evaluation, EvaluationPlot plots, Figure.Look look, Path file)
      throws IOException {
    var sheet = look.figure().sheet();
    var figure = EvaluationFigure.of(evaluation).with(plots);
    draw(file, (maker, format) -> figure.write(maker, sheet, format, look.scale(), file));
  }

  @Override
  public void render(Adaptation adaptation, Figure.Look look, Path file) throws IOException {
    var sheet = look.figure().sheet();
    var figure = new AdaptFigure(adaptation);
    draw(file, (maker, format) -> figure.write(maker, sheet, format, look.scale(), file));
  }

  @Override
  public void render(MapOfTokens map, Figure.Look look, Path file) throws IOException {
    var sheet = look.figure().sheet();
    var picture = MapPictures.of(map.map(), map.vocabulary());
    var figure = new MapFigure(picture, map.matrix(), map.modelName(), true);
    draw(file, (maker, format) -> figure.write(maker, sheet, format, look.scale(), file));
  }

  private static void draw(Path file, Drawing drawing) throws IOException {
    var format =
        FigureFormat.ofFile(file.toString())
            .orElseThrow(() -> new IllegalArgumentException("no such kind of file: " + file));
    try {
      drawing.run(new FigureMaker(new StartedFxThread()), format);
    } finally {
      if (format.isPicture()) {
        Platform.exit();
      }
    }
  }

  /// The FX thread, which starts with its first task: tables do without it. Used on one thread.
  private static final class StartedFxThread implements Executor {

    private boolean started;

    @Override
    public void execute(Runnable task) {
      if (started) {
        Platform.runLater(task);
      } else {
        started = true;
        Platform.startup(task);
      }
    }
  }

  private interface Drawing {
    void run(FigureMaker maker, FigureFormat format) throws IOException;
  }

  /// Like a pin in the window, the other side is after the figure's penalties and biases, so that
  /// the difference is that of the temperature and the prompt alone.
  private static Ghost ghost(Figure.Against against, Figure figure) {
    var chain = figure.chain().edits().with(new Temperature(against.temperature()));
    var shown = NextToken.of(against.prediction(), chain);
    var heading = new NextTokenPicture(shown, figure.vocabulary()).heading();
    return new Ghost(
        shown.distribution().scaled(), heading + ", τ " + Numbers.plain(against.temperature()));
  }
}
