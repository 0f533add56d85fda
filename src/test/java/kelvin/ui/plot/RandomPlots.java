package kelvin.ui.plot;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.display.BarScale;
import kelvin.display.Theme;
import kelvin.distribution.Distribution;
import kelvin.distribution.DrawHistogram;
import kelvin.distribution.DrawMode;
import kelvin.distribution.Logits;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.plot.bars.AnswerBar;
import kelvin.ui.plot.bars.AnswerBars;
import kelvin.ui.plot.bars.BarColumn;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.plot.bars.LabelBar;
import kelvin.ui.plot.bars.LabelBars;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.TemperatureFilm;
import kelvin.ui.plot.map.MapPicture;
import kelvin.ui.plot.map.TokenMapPlot;
import kelvin.ui.plot.map.Viewport;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;

/// Makes plots in seeded random states, in every size that themes, zoom and panes give.
final class RandomPlots {

  /// A kind of plot.
  enum Kind {
    BARS,
    CURVE,
    FILM,
    DIFFERENCE,
    LABELS,
    ANSWERS,
    PAIRS,
    SERIES,
    HISTOGRAM,
    SHOTS,
    DOTS,
    EFFECTS,
    RELIABILITY,
    RISK,
    CONFUSION,
    EVALUATED,
    MAP
  }

  private final Random random;
  private final RandomStates states;
  private final RandomSweeps sweeps;
  private final RandomEvaluations evaluations;

  RandomPlots(long seed) {
    random = new Random(seed);
    states = new RandomStates(random);
    sweeps = new RandomSweeps(random, states);
    evaluations = new RandomEvaluations(random, states);
  }

  /// A plot with its size, in its state.
  PlotRegion next(Kind kind) {
    var plot =
        switch (kind) {
          case BARS -> bars();
          case CURVE -> curve();
          case FILM -> film();
          case DIFFERENCE -> difference();
          case LABELS -> labels();
          case ANSWERS -> answers();
          case PAIRS -> pairs();
          case SERIES -> series();
          case HISTOGRAM -> histogram();
          case SHOTS -> sweeps.shots();
          case DOTS -> sweeps.dots();
          case EFFECTS -> sweeps.effects();
          case RELIABILITY -> evaluations.reliability();
          case RISK -> evaluations.risk();
          case CONFUSION -> evaluations.confusion();
          case EVALUATED -> evaluations.histogram();
          case MAP -> map();
        };
    size(plot);
    point(plot);
    return plot;
  }

  /// A theme magnifies and so does the zoom; both leave a plot less room.
  private void size(PlotRegion plot) {
    var theme = Theme.ALL.get(random.nextInt(3));
    double times = theme.magnification() * (1 + 2 * random.nextDouble() * random.nextInt(2));
    double width = (200 + random.nextInt(1700)) / times;
    double height = (80 + random.nextInt(820)) / times;
    plot.resize(Math.max(plot.minWidth(-1), width), Math.max(plot.minHeight(-1), height));
  }

  /// Every other plot has the mouse over it.
  private void point(PlotRegion plot) {
    double x = random.nextDouble() * plot.getWidth();
    double y = random.nextDouble() * plot.getHeight();
    if (random.nextBoolean()) {
      plot.fireEvent(
          new MouseEvent(
              MouseEvent.MOUSE_MOVED,
              x,
              y,
              x,
              y,
              MouseButton.NONE,
              0,
              false,
              false,
              false,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              null));
    }
  }

  private TokenBars bars() {
    var bars = new TokenBars();
    bars.animatedProperty().set(false);
    var columns = EnumSet.noneOf(BarColumn.class);
    for (var column : BarColumn.values()) {
      if (random.nextInt(3) > 0) {
        columns.add(column);
      }
    }
    bars.columnsProperty().set(columns);
    var logits = states.anyLogits();
    bars.pictureProperty().set(states.picture(logits));
    bars.scaleProperty().set(BarScale.ALL.get(random.nextInt(3)));
    states.ghost(logits).ifPresent(bars.ghostProperty()::set);
    bars.firstRankProperty().set(1 + random.nextInt(logits.count()));
    return bars;
  }

  private TokenMapPlot map() {
    var plot = new TokenMapPlot();
    var points = new ArrayList<MapPicture.Point>();
    for (int id = random.nextInt(80); id >= 0; id--) {
      var text = states.texts().apply(id + 1);
      points.add(
          new MapPicture.Point(id, random.nextGaussian(), random.nextGaussian(), text, text));
    }
    plot.show(new MapPicture(points, states.share(), states.share()));
    plot.labelledProperty().set(random.nextInt(5) > 0);
    plot.chosenProperty().set(Set.of(random.nextInt(80), 80 + random.nextInt(9)));
    if (random.nextBoolean()) {
      plot.viewportProperty()
          .set(new Viewport(random.nextGaussian(), random.nextGaussian(), 4 * random.nextDouble()));
    }
    return plot;
  }

  private CumulativeCurve curve() {
    var curve = new CumulativeCurve();
    var logits = states.anyLogits();
    curve.pictureProperty().set(states.picture(logits));
    states.ghost(logits).ifPresent(curve.ghostProperty()::set);
    curve.topPProperty().set(states.share());
    return curve;
  }

  private TemperatureFilm film() {
    var film = new TemperatureFilm();
    var logits = RandomStates.LOGITS.get(random.nextInt(RandomStates.LOGITS.size() - 2));
    var ranks = new ArrayList<Integer>();
    IntStream.rangeClosed(1, Math.min(6, logits.count())).forEach(ranks::add);
    for (int watched = random.nextInt(12); watched > 0; watched--) {
      int rank = 7 + random.nextInt(logits.count());
      if (rank <= logits.count() && !ranks.contains(rank)) {
        ranks.add(rank);
      }
    }
    var temperatures = List.of(0.05, 0.1, 0.5, 1.0, 2.0, 10.0);
    film.sweepProperty().set(TemperatureSweep.of(logits, ranks, temperatures, states.share()));
    film.pictureProperty().set(states.picture(logits));
    film.temperatureProperty().set(states.temperature());
    film.scaleProperty().set(states.anyScale());
    return film;
  }

  private DifferenceBars difference() {
    var bars = new DifferenceBars();
    var logits = RandomStates.LOGITS.get(random.nextInt(RandomStates.LOGITS.size() - 1));
    var before = new float[logits.count()];
    double spread = random.nextBoolean() ? 3 : 12;
    for (int id = 0; id < before.length; id++) {
      before[id] = (float) (spread * random.nextGaussian());
    }
    var pinned =
        new Ghost(
            Distribution.of(Logits.owning(before), Math.max(0.1, states.temperature())), "pinned");
    var live = Distribution.of(logits, Math.max(0.1, states.temperature()));
    var names =
        random.nextBoolean()
            ? DifferencePicture.Names.PINNED
            : new DifferencePicture.Names("left", "right");
    bars.pictureProperty().set(DifferencePicture.between(pinned, live, states.texts(), names));
    return bars;
  }

  private LabelBars labels() {
    var bars = new LabelBars();
    var all = new ArrayList<LabelBar>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      double p = states.share() * Math.pow(10, -random.nextInt(12));
      all.add(
          new LabelBar(
              states.texts().apply(i + random.nextInt(20)),
              random.nextInt(9) == 0 ? Double.NaN : states.share(),
              p,
              Math.log(p) * (1 + random.nextInt(30)),
              i == 1,
              i == 2));
    }
    bars.barsProperty().set(List.copyOf(all));
    return bars;
  }

  private AnswerBars answers() {
    var bars = new AnswerBars();
    var texts = states.texts();
    boolean pinned = random.nextBoolean();
    var all = new ArrayList<AnswerBar>();
    double sum = 0;
    for (int i = random.nextInt(40); i > 0; i--) {
      var kinds = AnswerBar.Kind.values();
      var kind = kinds[random.nextInt(kinds.length)];
      boolean complete = kind != AnswerBar.Kind.BEGINNING;
      double p = states.share() * Math.pow(10, -random.nextInt(12)) / 40;
      sum += complete ? p : 0;
      double ghost = pinned && complete ? states.share() : Double.NaN;
      all.add(new AnswerBar(texts.apply(i), p, complete ? sum : Double.NaN, ghost, kind));
    }
    bars.barsProperty().set(List.copyOf(all));
    bars.scaleProperty().set(BarScale.ALL.get(random.nextInt(3)));
    bars.selectedProperty().set(random.nextInt(all.size() + 1) - 1);
    return bars;
  }

  private PairBars pairs() {
    var bars = new PairBars();
    bars.whatProperty().set(random.nextBoolean() ? "answer" : "share of the labels");
    var all = new ArrayList<PairBar>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      all.add(
          new PairBar(
              i == 1 ? "outside" : states.texts().apply(i + random.nextInt(20)),
              random.nextInt(9) == 0
                  ? Double.NaN
                  : states.share() * Math.pow(10, -random.nextInt(12)),
              random.nextInt(9) == 0
                  ? Double.NaN
                  : states.share() * Math.pow(10, -random.nextInt(12)),
              i == 1 ? PairBar.Kind.REST : i == 2 ? PairBar.Kind.RIGHT : PairBar.Kind.LABEL));
    }
    bars.barsProperty().set(List.copyOf(all));
    bars.scaleProperty().set(BarScale.ALL.get(random.nextInt(3)));
    return bars;
  }

  private StepSeries series() {
    var series = random.nextBoolean() ? new StepSeries() : StepSeries.acrossTheWidth();
    var points = new ArrayList<StepSeries.Point>();
    for (int i = 1 + random.nextInt(300); i > 0; i--) {
      points.add(
          new StepSeries.Point(20 * states.share(), 17 * states.share(), 12 * states.share()));
    }
    series.pointsProperty().set(List.copyOf(points));
    series.selectedProperty().set(random.nextInt(points.size()));
    return series;
  }

  private DrawHistogramPlot histogram() {
    var plot = new DrawHistogramPlot();
    int draws = 10 + random.nextInt(1000);
    var distribution = states.picture(RandomStates.LOGITS.get(random.nextInt(6))).distribution();
    plot.show(DrawHistogram.of(distribution, DrawMode.INVERSE_CDF, 1, 0, draws), states.texts());
    return plot;
  }
}
