package kelvin.cli.option;

import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.cli.environment.Figure;
import kelvin.cli.environment.GivenChoice;
import kelvin.cli.environment.UsageException;
import kelvin.display.BarScale;
import kelvin.display.EvaluationPlot;
import kelvin.display.FigureLook;
import kelvin.display.ProbabilityScale;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.display.View;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a figure: its view and its look.
public final class FigureOptions {

  private static final int MIN_SIZE = 200;
  private static final int MAX_SIZE = 8192;
  private static final int MAX_SCALE = 3;
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:x(\\d{1,5}))?");

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      description =
          "playground (everything together), bars, curve (cumulative mass), film (probability against"
              + " temperature), layers (probability after each layer of the model), strip (the"
              + " text's tokens, shaded), series (their surprisal and entropy), difference (from"
              + " --against-...) or answers (whole answers up to --stop-text). Default: playground.")
  private String view = "playground";

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description =
          "Width and height in pixels; a width alone takes the height that the content needs."
              + " Default: 1280.")
  private String size = "1280";

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "Make a PNG 1, 2 or 3 times finer. Default: 1.")
  private int scale = 1;

  @Option(
      names = "--theme",
      paramLabel = "NAME",
      description = "light, dark or projector. Default: light.")
  private String theme = "light";

  @Option(
      names = "--bar-scale",
      paramLabel = "SCALE",
      description =
          "What a full bar stands for: absolute (probability 1), largest (the largest bar) or log"
              + " (probability 1 on a log scale). Default: absolute.")
  private String barScale = "absolute";

  @Option(
      names = "--p-scale",
      paramLabel = "SCALE",
      description =
          "The probabilities of the films and of a sweep: linear, log or share (among the labels of"
              + " a sweep, or the tokens of a film). Default: linear for the films, share for a"
              + " sweep.")
  private @Nullable String probabilityScale;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "How many tokens have a bar, or a row in CSV and JSON. Default: as many as fit; in a file"
              + " of numbers all.")
  private @Nullable Integer rows;

  @Option(
      names = "--shading",
      paramLabel = "WHAT",
      description =
          "What the shades of the strip say: surprisal, probability, rank, entropy, attention (from"
              + " the last position, of --layer and --head) or none. Default: surprisal.")
  private String shading = "surprisal";

  @Option(
      names = "--plot",
      paramLabel = "PLOT",
      description =
          "The plots of an evaluation: all, confusion, reliability, risk (against coverage), shares"
              + " (of the chosen labels) or label-mass. Default: all.")
  private @Nullable String evaluationPlot;

  /// @throws UsageException naming the option that makes no sense
  public Figure.Look look() {
    if (scale < 1 || scale > MAX_SCALE) {
      throw new UsageException("--scale must be 1, 2 or 3, was " + scale);
    }
    if (rows != null && rows < 1) {
      throw new UsageException("--rows must be at least 1, was " + rows);
    }
    var size = size();
    var plots =
        new FigureLook.Plots(
            GivenChoice.of("--bar-scale", BarScale.ALL, barScale),
            rows == null ? 0 : rows,
            GivenChoice.of("--shading", Shading.OF_PROMPT, shading),
            Optional.ofNullable(probabilityScale)
                .map(given -> GivenChoice.of("--p-scale", ProbabilityScale.ALL, given)));
    var figure =
        new FigureLook(
            GivenChoice.of("--view", View.ALL, view),
            size.width(),
            size.height(),
            GivenChoice.of("--theme", Theme.ALL, theme),
            plots);
    return new Figure.Look(figure, scale);
  }

  /// The plots of an evaluation.
  public EvaluationPlot evaluationPlot() {
    return evaluationPlot == null
        ? EvaluationPlot.ALL_PLOTS
        : GivenChoice.of("--plot", EvaluationPlot.ALL, evaluationPlot);
  }

  /// @throws UsageException when the plots of an evaluation are named
  public void requireNoEvaluationPlot() {
    if (evaluationPlot != null) {
      throw new UsageException("--plot is for --evaluation; for a prompt use --view");
    }
  }

  /// @param height 0 for as high as the content needs
  private record Size(int width, int height) {}

  private Size size() {
    var parts = SIZE.matcher(size);
    if (!parts.matches()) {
      throw new UsageException(
          "--size must be WIDTHxHEIGHT or WIDTH in pixels, such as 1280x800, was '" + size + "'");
    }
    int width = pixels("width", parts.group(1));
    return new Size(width, parts.group(2) == null ? 0 : pixels("height", parts.group(2)));
  }

  private static int pixels(String what, String digits) {
    int pixels = Integer.parseInt(digits);
    if (pixels < MIN_SIZE || pixels > MAX_SIZE) {
      throw new UsageException(
          "the "
              + what
              + " of --size must be from "
              + MIN_SIZE
              + " to "
              + MAX_SIZE
              + " pixels, was "
              + pixels);
    }
    return pixels;
  }
}
