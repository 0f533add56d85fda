package kelvin.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kelvin.display.FigureLook.Plots;
import kelvin.display.ProbabilityScale;
import kelvin.display.Shading;
import kelvin.display.View;
import kelvin.distribution.StageKind;
import kelvin.distribution.TemperatureSweep;
import kelvin.distribution.TopP;
import kelvin.engine.ContextToken;
import kelvin.ui.answer.ShownAnswers;
import kelvin.ui.control.Numbers;
import kelvin.ui.distribution.NextTokenPicture;
import kelvin.ui.plot.StepSeries;
import kelvin.ui.plot.bars.AnswerBars;
import kelvin.ui.plot.bars.CoverageBar;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.LayerFilm;
import kelvin.ui.plot.film.TemperatureFilm;
import kelvin.ui.text.HeatChip;
import kelvin.ui.text.RankClass;
import kelvin.ui.text.Shades;
import kelvin.ui.text.TokenShades;

/// The plots of the window, set up for a figure and not for interaction.
final class FigurePlots {

  private static final int DEFAULT_ROWS = 20;
  private static final double CURVE_HEIGHT = 220;

  private final FigureData data;
  private final Plots look;

  FigurePlots(FigureData data, Plots look) {
    this.data = data;
    this.look = look;
  }

  /// The side of the scale below 0.
  private static Region below() {
    var below = new Region();
    below.getStyleClass().addAll("heat-ramp", "below", "figure-ramp");
    return below;
  }

  private static Region ramp() {
    var ramp = new Region();
    ramp.getStyleClass().addAll("heat-ramp", "figure-ramp");
    return ramp;
  }

  private static HeatChip rankClass(RankClass rankClass) {
    var chip = new HeatChip();
    chip.setText(rankClass.label());
    chip.shadeProperty().set(rankClass.shade());
    return chip;
  }

  /// The heading of a view, such as `after “… a little”`.
  String heading(View view) {
    return view == View.LAYERS ? context() : data.heading();
  }

  private String heading() {
    return data.heading();
  }

  /// The film of all layers belongs to none of them.
  private String context() {
    return new NextTokenPicture(data.next(), data.vocabulary()).heading();
  }

  FigurePanel bars() {
    var bars = new TokenBars();
    bars.pictureProperty().set(data.picture());
    bars.ghostProperty().set(data.beside().pinned().orElse(null));
    bars.vocabularyProperty().set(data.vocabulary());
    bars.scaleProperty().set(look.scale());
    bars.animatedProperty().set(false);
    int wanted = look.rows() > 0 ? look.rows() : DEFAULT_ROWS;
    double height = TokenBars.heightOf(Math.min(wanted, data.picture().count()));
    bars.setPrefHeight(height);
    if (look.rows() > 0) {
      bars.setMinHeight(height);
      bars.setMaxHeight(height);
    }
    return new FigurePanel(
        "NEXT TOKEN",
        heading(),
        bars,
        FigurePanel.word("τ " + Numbers.plain(temperature()) + "  ·  " + scaleWord()));
  }

  private String scaleWord() {
    return switch (look.scale()) {
      case ABSOLUTE -> "a full bar is 1";
      case LARGEST -> "the largest bar is full";
      case LOGARITHMIC -> "log scale, 10⁻⁶ to 1";
    };
  }

  FigurePanel curve() {
    var curve = new CumulativeCurve();
    curve.pictureProperty().set(data.picture());
    curve.ghostProperty().set(data.beside().pinned().orElse(null));
    curve.topPProperty().set(topP());
    curve.setPrefHeight(CURVE_HEIGHT);
    return new FigurePanel(
        "CUMULATIVE MASS", heading(), curve, FigurePanel.word("rank, log axis  ·  dashed: model"));
  }

  private double topP() {
    return data.picture().distribution().outcomes().stream()
        .map(outcome -> outcome.stage())
        .filter(TopP.class::isInstance)
        .mapToDouble(stage -> ((TopP) stage).p())
        .findFirst()
        .orElse(StageKind.TOP_P.neutral());
  }

  FigurePanel film(TemperatureSweep sweep) {
    var film = new TemperatureFilm();
    film.sweepProperty().set(sweep);
    film.pictureProperty().set(data.picture());
    film.temperatureProperty().set(temperature());
    var scale = look.probabilities().orElse(ProbabilityScale.USUAL_FILM);
    film.scaleProperty().set(scale);
    film.setPrefHeight(CURVE_HEIGHT);
    return new FigurePanel(
        "TEMPERATURE FILM",
        heading(),
        film,
        FigurePanel.word(words(scale) + " against τ, log axis"));
  }

  private static String words(ProbabilityScale scale) {
    return switch (scale) {
      case LINEAR -> "p";
      case LOGARITHMIC -> "log p";
      case SHARE -> "share among these";
    };
  }

  FigurePanel layers() {
    var film = new LayerFilm();
    var lens = data.beside().lens();
    film.pictureProperty().set(lens.map(FigureData.Lens::picture).orElse(null));
    film.layerProperty().set(data.layer().isPresent() ? data.layer().getAsInt() : null);
    var scale = look.probabilities().orElse(ProbabilityScale.USUAL_FILM);
    film.scaleProperty().set(scale);
    film.setPrefHeight(CURVE_HEIGHT);
    return new FigurePanel(
        "LAYER FILM",
        context(),
        film,
        FigurePanel.word(words(scale) + " after each layer, logit lens, τ = 1"));
  }

  FigurePanel difference(Optional<DifferencePicture> difference) {
    var bars = new DifferenceBars();
    bars.pictureProperty().set(difference.orElse(null));
    bars.setPrefHeight(DifferenceBars.heightOf(look.rows() > 0 ? look.rows() : DEFAULT_ROWS));
    return new FigurePanel(
        "DIFFERENCE",
        heading(),
        bars,
        FigurePanel.word(
            data.beside()
                .pinned()
                .map(pinned -> "pinned: " + pinned.label())
                .orElse("nothing is pinned")));
  }

  FigurePanel answers() {
    var shown = data.beside().answers();
    var bars = shown.map(found -> found.bars(Map.of())).orElse(List.of());
    int rows = Math.min(bars.size(), look.rows() > 0 ? look.rows() : DEFAULT_ROWS);
    var plot = new AnswerBars();
    plot.barsProperty().set(bars.subList(0, rows));
    plot.scaleProperty().set(look.scale());
    var coverage = new CoverageBar();
    coverage.coveredProperty().set(shown.map(ShownAnswers::covered).orElse(0.0));
    var sentence = new Label(shown.map(ShownAnswers::sentence).orElse("no answers"));
    var column = new VBox(sentence, coverage, plot);
    column.getStyleClass().add("whole-answers");
    return new FigurePanel("ANSWERS", heading(), column, FigurePanel.word(scaleWord()));
  }

  private double temperature() {
    return data.picture().distribution().scaled().temperature();
  }

  FigurePanel series() {
    var series = StepSeries.acrossTheWidth();
    series.pointsProperty().set(points(data.prediction().tokens()));
    series.unitProperty().set(data.picture().unit());
    series.setPrefHeight(120);
    return new FigurePanel(
        "SURPRISAL AND ENTROPY",
        "",
        series,
        FigurePanel.word("of each token of the text, " + data.picture().unit().label()));
  }

  private static List<StepSeries.Point> points(List<ContextToken> tokens) {
    return tokens.stream()
        .map(ContextToken::score)
        .flatMap(Optional::stream)
        .map(score -> new StepSeries.Point(score.surprisal(), score.entropy(), Double.NaN))
        .toList();
  }

  FigurePanel strip(int maxTokens) {
    var tokens = data.prediction().tokens();
    var shown = tokens.subList(Math.max(0, tokens.size() - maxTokens), tokens.size());
    var about = shown.size() < tokens.size() ? "the last " + shown.size() + " of " : "all ";
    var shading = look.shading();
    var count = about + Numbers.count(tokens.size()) + "  ·  ";
    if (shading.isInner()) {
      return strip(shown, count, data.beside().shades());
    }
    Node strip = new TokenStrip(shown, shading);
    if (shading == Shading.NONE) {
      return new FigurePanel(
          "TOKENS", "", strip, FigurePanel.word(count + shading.title(data.picture().unit())));
    }
    var legend = new ArrayList<Node>();
    legend.add(FigurePanel.word(count + "shaded by " + shading.title(data.picture().unit())));
    if (shading == Shading.RANK) {
      Stream.of(RankClass.values()).map(FigurePlots::rankClass).forEach(legend::add);
    } else {
      legend.add(FigurePanel.word(Shades.ticks(shading, data.picture().unit()).getFirst()));
      legend.add(ramp());
      legend.add(FigurePanel.word(Shades.ticks(shading, data.picture().unit()).getLast()));
    }
    return new FigurePanel("TOKENS", "", strip, legend.toArray(Node[]::new));
  }

  /// The tokens, shaded by values from inside the model; without shades while those are unknown.
  private FigurePanel strip(List<ContextToken> shown, String count, TokenShades shades) {
    var strip = new TokenStrip(shown, shades);
    if (shades.tokens().isEmpty()) {
      return new FigurePanel("TOKENS", "", strip, FigurePanel.word(count + "not shaded"));
    }
    // A line of its own, because it can be longer than a narrow figure is wide.
    var caption = FigurePanel.word("shaded by " + shades.caption());
    caption.setMinWidth(0);
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    return new FigurePanel(
        "TOKENS",
        "",
        new VBox(6, caption, strip),
        FigurePanel.word(count + shades.ticks().getFirst()),
        shades.signed() ? new HBox(below(), ramp()) : ramp(),
        FigurePanel.word(shades.ticks().getLast()));
  }
}
