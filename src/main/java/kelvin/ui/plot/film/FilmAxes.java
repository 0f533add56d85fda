package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.Polyline;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;
import org.jspecify.annotations.Nullable;

/// The labels of a film's axes, and the places that they leave for the cursor's.
final class FilmAxes {

  private final FilmGeometry at;
  private final List<Double> masses;
  private final List<Double> ticks;
  private final Places places;
  private final List<PlacedText> labels = new ArrayList<>();
  private FilmNumbers.@Nullable At mark;
  private @Nullable PlacedText markText;

  FilmAxes(FilmGeometry at) {
    this.at = at;
    masses = at.axes().values().ticks();
    ticks = at.axes().across().ticks();
    places = new Places(Box.of(at.width(), at.height()));
    for (double mark : masses) {
      double y = PlotRegion.crisp(at.y(mark));
      label(at.axes().values().label(mark), Spot.rightAt(FilmGeometry.LEFT - 8, y + 4));
      places.avoidLine(FilmGeometry.LEFT, y, at.right(), y);
    }
    for (double tick : ticks) {
      label(at.axes().across().label(tick), Spot.centredAt(at.x(tick), at.axis() + 16));
    }
  }

  private void label(String text, Spot spot) {
    places.place(text, PlotRegion.SMALL_NUMBERS, List.of(spot)).ifPresent(labels::add);
  }

  void avoid(Polyline line) {
    places.avoid(line::crosses);
  }

  /// Keeps the column of names free.
  void takeNames(double[] baselines) {
    for (double baseline : baselines) {
      if (!Double.isNaN(baseline)) {
        places.take(new Box(at.right() + 12, baseline - 9, at.width(), baseline + 3));
      }
    }
  }

  /// Marks a value, with its words where there is room for them beside the mark.
  void mark(FilmNumbers.At wanted) {
    mark = wanted;
    double x = PlotRegion.crisp(at.x(wanted.value()));
    places.avoidLine(x, FilmGeometry.TOP, x, at.bottom());
    markText = beside(places, wanted.text(), wanted.value()).orElse(null);
  }

  /// The marked value; null for none.
  FilmNumbers.@Nullable At marked() {
    return mark;
  }

  /// The words of the mark; null where there is no room.
  @Nullable PlacedText markText() {
    return markText;
  }

  /// Places the text beside the cursor: above the plot, where no line runs.
  Optional<PlacedText> handle(String text, double value) {
    return beside(places.copy(), text, value);
  }

  private Optional<PlacedText> beside(Places free, String text, double value) {
    double x = PlotRegion.crisp(at.x(value));
    double above = FilmGeometry.TOP - 3;
    double below = FilmGeometry.TOP + 15;
    return free.place(
        text,
        PlotRegion.SMALL_NUMBERS,
        List.of(
            Spot.leftAt(x + 10, above),
            Spot.rightAt(x - 10, above),
            Spot.leftAt(x + 10, below),
            Spot.rightAt(x - 10, below)));
  }

  /// The probabilities with a line across.
  List<Double> masses() {
    return masses;
  }

  List<Double> ticks() {
    return ticks;
  }

  /// The labels of the axes.
  List<PlacedText> labels() {
    return labels;
  }
}
