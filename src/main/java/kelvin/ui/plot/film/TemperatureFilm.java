package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyEvent;
import kelvin.distribution.TemperatureSweep;
import kelvin.ui.control.Numbers;
import kelvin.ui.control.SliderScale;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.film.FilmAcross.Temperatures;
import kelvin.ui.plot.film.FilmSeries.LaneSeries;
import kelvin.ui.plot.film.FilmSeries.TokenSeries;
import org.jspecify.annotations.Nullable;

/// The probabilities of the top tokens and of the watched tokens against temperature, with entropy,
/// perplexity and nucleus below. The current temperature is a cursor that can be dragged.
public final class TemperatureFilm extends Film {

  /// The top ranks have a line for every prompt. All other lines belong to watched tokens.
  private static final int TOP_RANKS = 6;

  private final ObjectProperty<@Nullable TemperatureSweep> sweep =
      new SimpleObjectProperty<>(this, "sweep");
  private final ObjectProperty<@Nullable DistributionPicture> picture =
      new SimpleObjectProperty<>(this, "picture");
  private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
  private DoubleConsumer onTemperature = _ -> {};

  public TemperatureFilm() {
    super("temperature-film", "Probabilities against temperature");
    sweep.addListener(_ -> linesChanged());
    picture.addListener(_ -> changed());
    temperature.addListener(_ -> changed());
  }

  /// The lines. They are drawn only if they belong to the logits of the picture.
  public ObjectProperty<@Nullable TemperatureSweep> sweepProperty() {
    return sweep;
  }

  /// The distribution at the cursor, which gives the numbers beside the lines.
  public ObjectProperty<@Nullable DistributionPicture> pictureProperty() {
    return picture;
  }

  /// The temperature of the cursor.
  public DoubleProperty temperatureProperty() {
    return temperature;
  }

  /// Called with the temperature to which the user drags the cursor.
  public void setOnTemperature(DoubleConsumer onTemperature) {
    this.onTemperature = onTemperature;
  }

  private void changed() {
    // The lines may no longer belong to the visible distribution, or may belong to it again.
    if (!hasLines() || onShow().isEmpty()) {
      linesChanged();
    }
    var shown = picture.get();
    if (shown != null) {
      setAccessibleText(
          "temperature " + Numbers.plain(temperature.get()) + ", entropy " + shown.entropy());
    }
    cursorChanged();
  }

  /// The lines with their distribution, if they belong together.
  private record OnShow(TemperatureSweep sweep, DistributionPicture picture) {

    FilmSeries series() {
      var tokens = new ArrayList<TokenSeries>();
      for (int i = 0; i < sweep.ranks().size(); i++) {
        int rank = sweep.ranks().get(i);
        tokens.add(
            new TokenSeries(
                picture.textAtRank(rank), rank > TOP_RANKS, sweep.probabilities().get(i)));
      }
      return new FilmSeries(sweep.temperatures(), tokens, lanes(), false);
    }

    private List<LaneSeries> lanes() {
      double maxEntropy = Math.max(Math.log(2), Math.log(picture.count()));
      double hottest = sweep.entropies().getLast();
      return List.of(
          new LaneSeries("entropy", sweep.entropies().stream().map(h -> h / maxEntropy).toList()),
          // On a log scale the perplexity would repeat the entropy.
          new LaneSeries(
              "perplexity", sweep.entropies().stream().map(h -> Math.exp(h - hottest)).toList()),
          new LaneSeries(
              "nucleus " + Numbers.plain(sweep.nucleus().p()),
              sweep.nucleus().counts().stream().map(n -> Math.log(n) / maxEntropy).toList()));
    }
  }

  private Optional<OnShow> onShow() {
    var lines = sweep.get();
    var shown = picture.get();
    return lines != null && shown != null && lines.logits().equals(shown.logits())
        ? Optional.of(new OnShow(lines, shown))
        : Optional.empty();
  }

  @Override
  Optional<FilmSeries> series() {
    return onShow().map(OnShow::series);
  }

  @Override
  FilmAcross across() {
    return new Temperatures();
  }

  @Override
  int lanes() {
    return 3;
  }

  @Override
  double cursor() {
    return temperature.get();
  }

  @Override
  FilmNumbers numbers(FilmLines lines) {
    var shown = onShow().orElseThrow();
    var now = shown.picture().distribution().scaled();
    return FilmNumbers.of(
        lines,
        shown.sweep().ranks().stream().map(now::probability).toList(),
        List.of(
            shown.picture().entropy(),
            Numbers.threeDigits(now.perplexity()),
            Numbers.count(now.nucleusSize(shown.sweep().nucleus().p()))),
        new FilmNumbers.At(temperature.get(), "τ " + Numbers.plain(temperature.get())));
  }

  @Override
  boolean key(KeyEvent event) {
    switch (event.getCode()) {
      case RIGHT, UP -> propose(temperature.get() * 1.05);
      case LEFT, DOWN -> propose(temperature.get() / 1.05);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  void propose(double wanted) {
    double bounded = Math.clamp(wanted, Temperatures.MIN, Temperatures.MAX);
    onTemperature.accept(SliderScale.TEMPERATURE.rounded(bounded));
  }
}
