package kelvin.ui.plot;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import kelvin.display.BarScale;
import kelvin.display.ProbabilityScale;
import kelvin.display.Theme;
import kelvin.distribution.Distribution;
import kelvin.distribution.DrawHistogram;
import kelvin.distribution.DrawMode;
import kelvin.distribution.EpsilonCutoff;
import kelvin.distribution.Logits;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerStage;
import kelvin.distribution.Temperature;
import kelvin.distribution.TemperatureSweep;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.TruncatedDistribution;
import kelvin.distribution.Typical;
import kelvin.ui.plot.bars.BarColumn;
import kelvin.ui.plot.bars.DifferenceBars;
import kelvin.ui.plot.bars.DifferencePicture;
import kelvin.ui.plot.bars.LabelBar;
import kelvin.ui.plot.bars.LabelBars;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.plot.curve.CumulativeCurve;
import kelvin.ui.plot.film.TemperatureFilm;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import kelvin.ui.plot.sweep.DotPicture;
import kelvin.ui.plot.sweep.DotPlot;
import kelvin.ui.plot.sweep.EffectPicture;
import kelvin.ui.plot.sweep.EffectPlot;
import kelvin.ui.plot.sweep.ShotsPicture;
import kelvin.ui.plot.sweep.ShotsPlot;

/// Makes plots in seeded random states: vocabularies from one token to as many as a large model
/// has, long tokens, settings at both ends, and every size that themes, zoom and panes give.
final class RandomPlots {

  private static final List<String> TEXTS =
      List.of(
          "=".repeat(300),
          "␣" + "supercalifragilistic".repeat(15),
          "<|endoftext|>",
          "⇥⏎",
          "日本語の長い長いトークン",
          "😀",
          "",
          "␣",
          "a",
          "␣the",
          "WWWWWWWWWW",
          "␣girl");

  private static final List<Logits> LOGITS =
      IntStream.of(1, 2, 3, 10, 50, 700, 4096, 50257, 151_936)
          .mapToObj(RandomPlots::logits)
          .toList();

  /// A kind of plot.
  enum Kind {
    BARS,
    CURVE,
    FILM,
    DIFFERENCE,
    LABELS,
    PAIRS,
    SERIES,
    HISTOGRAM,
    SHOTS,
    DOTS,
    EFFECTS
  }

  private final Random random;

  RandomPlots(long seed) {
    random = new Random(seed);
  }

  private static Logits logits(int count) {
    var random = new Random(count);
    var values = new float[count];
    for (int id = 0; id < count; id++) {
      values[id] = (float) (3 * random.nextGaussian());
    }
    values[0] = 12;
    return Logits.owning(values);
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
          case PAIRS -> pairs();
          case SERIES -> series();
          case HISTOGRAM -> histogram();
          case SHOTS -> shots();
          case DOTS -> dots();
          case EFFECTS -> effects();
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
    var logits = anyLogits();
    bars.pictureProperty().set(picture(logits));
    bars.scaleProperty().set(BarScale.ALL.get(random.nextInt(3)));
    ghost(logits).ifPresent(bars.ghostProperty()::set);
    bars.firstRankProperty().set(1 + random.nextInt(logits.count()));
    return bars;
  }

  private CumulativeCurve curve() {
    var curve = new CumulativeCurve();
    var logits = anyLogits();
    curve.pictureProperty().set(picture(logits));
    ghost(logits).ifPresent(curve.ghostProperty()::set);
    curve.topPProperty().set(share());
    return curve;
  }

  private TemperatureFilm film() {
    var film = new TemperatureFilm();
    var logits = LOGITS.get(random.nextInt(LOGITS.size() - 2));
    var ranks = new ArrayList<Integer>();
    IntStream.rangeClosed(1, Math.min(6, logits.count())).forEach(ranks::add);
    for (int watched = random.nextInt(12); watched > 0; watched--) {
      int rank = 7 + random.nextInt(logits.count());
      if (rank <= logits.count() && !ranks.contains(rank)) {
        ranks.add(rank);
      }
    }
    var temperatures = List.of(0.05, 0.1, 0.5, 1.0, 2.0, 10.0);
    film.sweepProperty().set(TemperatureSweep.of(logits, ranks, temperatures, share()));
    film.pictureProperty().set(picture(logits));
    film.temperatureProperty().set(temperature());
    film.scaleProperty().set(anyScale());
    return film;
  }

  private DifferenceBars difference() {
    var bars = new DifferenceBars();
    var logits = LOGITS.get(random.nextInt(LOGITS.size() - 1));
    var before = new float[logits.count()];
    for (int id = 0; id < before.length; id++) {
      before[id] = (float) (3 * random.nextGaussian());
    }
    var pinned =
        new Ghost(Distribution.of(Logits.owning(before), Math.max(0.1, temperature())), "pinned");
    var live = Distribution.of(logits, Math.max(0.1, temperature()));
    var names =
        random.nextBoolean()
            ? DifferencePicture.Names.PINNED
            : new DifferencePicture.Names("left", "right");
    bars.pictureProperty().set(DifferencePicture.between(pinned, live, texts(), names));
    return bars;
  }

  private LabelBars labels() {
    var bars = new LabelBars();
    var all = new ArrayList<LabelBar>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      double p = share() * Math.pow(10, -random.nextInt(12));
      all.add(
          new LabelBar(
              texts().apply(i + random.nextInt(20)),
              random.nextInt(9) == 0 ? Double.NaN : share(),
              p,
              Math.log(p) * (1 + random.nextInt(30)),
              i == 1,
              i == 2));
    }
    bars.barsProperty().set(List.copyOf(all));
    return bars;
  }

  private PairBars pairs() {
    var bars = new PairBars();
    bars.whatProperty().set(random.nextBoolean() ? "answer" : "share of the labels");
    var all = new ArrayList<PairBar>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      all.add(
          new PairBar(
              i == 1 ? "outside" : texts().apply(i + random.nextInt(20)),
              random.nextInt(9) == 0 ? Double.NaN : share() * Math.pow(10, -random.nextInt(12)),
              random.nextInt(9) == 0 ? Double.NaN : share() * Math.pow(10, -random.nextInt(12)),
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
      points.add(new StepSeries.Point(20 * share(), 17 * share(), 12 * share()));
    }
    series.pointsProperty().set(List.copyOf(points));
    series.selectedProperty().set(random.nextInt(points.size()));
    return series;
  }

  private DrawHistogramPlot histogram() {
    var plot = new DrawHistogramPlot();
    int draws = 10 + random.nextInt(1000);
    var distribution = picture(LOGITS.get(random.nextInt(6))).distribution();
    plot.show(DrawHistogram.of(distribution, DrawMode.INVERSE_CDF, 1, 0, draws), texts());
    return plot;
  }

  private ShotsPlot shots() {
    var plot = new ShotsPlot();
    int points = 1 + random.nextInt(30);
    int draws = random.nextInt(3) * 5;
    var lines = new ArrayList<ShotsPicture.Line>();
    int names = random.nextInt(5);
    for (int line = 1 + random.nextInt(9); line > 0; line--) {
      double level = share();
      lines.add(
          new ShotsPicture.Line(
              texts().apply(names + line),
              IntStream.range(0, points)
                  .mapToObj(
                      shot ->
                          new ShotsPicture.Point(
                              shot * (1 + names),
                              random.nextInt(20) == 0 ? Double.NaN : level,
                              draws,
                              level,
                              level * 0.9,
                              level))
                  .toList()));
    }
    plot.show(new ShotsPicture("share of each label among the labels", anyScale(), lines));
    return plot;
  }

  private DotPlot dots() {
    var plot = new DotPlot();
    int count = 1 + random.nextInt(120);
    double centre = share();
    double spread = Math.pow(10, -random.nextInt(7));
    var rows = new ArrayList<DotPicture.Row>();
    int all = random.nextBoolean() ? 1 : 2 + random.nextInt(6);
    for (int row = 0; row < all; row++) {
      var dots = new ArrayList<DotPicture.Dot>();
      for (int i = 0; i < count; i++) {
        double value = Math.clamp(centre + spread * random.nextGaussian(), 0, 1);
        boolean named = all == 1;
        var mark = named && i == 0 ? "best 0.123" : named && i == count - 1 ? "worst 0.100" : "";
        dots.add(new DotPicture.Dot(value, "words", mark));
      }
      var name = all == 1 ? "" : "Question and answer ".repeat(random.nextInt(4)) + row;
      rows.add(new DotPicture.Row(name, dots));
    }
    plot.show(new DotPicture("share of the right answer among the labels", anyScale(), rows));
    return plot;
  }

  private EffectPlot effects() {
    var plot = new EffectPlot();
    var effects = new ArrayList<EffectPicture.Effect>();
    for (int i = 1 + random.nextInt(24); i > 0; i--) {
      double change = 20 * random.nextGaussian() * Math.pow(10, -random.nextInt(4));
      var input = texts().apply(i);
      effects.add(new EffectPicture.Effect(i, input, texts().apply(i + 3), change));
    }
    plot.show(new EffectPicture("effect on ln p of the right answer, nats", effects));
    return plot;
  }

  private DistributionPicture picture(Logits logits) {
    var distribution = TruncatedDistribution.of(logits, chain());
    var survivors = distribution.survivors();
    int rank = survivors.first() + random.nextInt(1 + survivors.last() - survivors.first());
    var mark =
        switch (random.nextInt(3)) {
          case 0 -> Mark.NONE;
          case 1 -> new Mark(OptionalInt.of(rank), "here", OptionalDouble.empty());
          default -> new Mark(OptionalInt.of(rank), "next", OptionalDouble.of(share()));
        };
    return new DistributionPicture(distribution, texts(), mark);
  }

  private SamplerChain chain() {
    var stages = new ArrayList<SamplerStage>();
    stages.add(new Temperature(temperature()));
    double share = Math.max(0.001, share());
    stages.add(
        switch (random.nextInt(6)) {
          case 0 -> new TopK(1 + random.nextInt(300), TopK.Ties.KEEP);
          case 1 -> new MinP(0.3 * share);
          case 2 -> new Typical(share);
          case 3 -> new EpsilonCutoff(0.001 + 0.05 * share);
          default -> new TopP(share);
        });
    return SamplerChain.of(stages.toArray(SamplerStage[]::new));
  }

  private Optional<Ghost> ghost(Logits logits) {
    return random.nextBoolean()
        ? Optional.of(new Ghost(Distribution.of(logits, Math.max(0.1, temperature())), "pinned"))
        : Optional.empty();
  }

  private ProbabilityScale anyScale() {
    return ProbabilityScale.ALL.get(random.nextInt(3));
  }

  private Logits anyLogits() {
    return LOGITS.get(random.nextInt(LOGITS.size()));
  }

  private IntFunction<String> texts() {
    int shift = random.nextInt(TEXTS.size());
    return id -> TEXTS.get(Math.floorMod(id * 7 + shift, TEXTS.size()));
  }

  /// From 0 to 1, often at or near one of the ends.
  private double share() {
    return switch (random.nextInt(8)) {
      case 0 -> 1;
      case 1 -> 0.001 * random.nextDouble();
      case 2 -> 1 - 0.01 * random.nextDouble();
      default -> Math.rint(1000 * random.nextDouble()) / 1000;
    };
  }

  private double temperature() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 1;
      default -> Math.rint(1000 * Math.pow(10, 2.3 * random.nextDouble() - 1.3)) / 1000;
    };
  }
}
