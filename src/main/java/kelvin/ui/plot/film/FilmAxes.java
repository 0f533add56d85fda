package kelvin.ui.plot.film;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.Polyline;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;

/// The labels of the film's axes, and the places that they leave for the cursor's.
final class FilmAxes {

  /// Ticks in order of importance. Where there is little room, the last ones lose their labels
  /// first; τ = 1 and the ends stay.
  private static final List<Double> TICKS = List.of(1.0, 0.05, 10.0, 0.2, 5.0, 0.5, 2.0, 0.1);

  private final FilmGeometry at;
  private final List<Double> masses;
  private final Places places;
  private final List<PlacedText> labels = new ArrayList<>();

  FilmAxes(FilmGeometry at) {
    this.at = at;
    masses = at.values().ticks();
    places = new Places(Box.of(at.width(), at.height()));
    for (double mark : at.values().ticks()) {
      double y = PlotRegion.crisp(at.y(mark));
      label(at.values().label(mark), Spot.rightAt(FilmGeometry.LEFT - 8, y + 4));
      places.avoidLine(FilmGeometry.LEFT, y, at.right(), y);
    }
    for (double tick : TICKS) {
      label(Numbers.plain(tick), Spot.centredAt(at.x(tick), at.axis() + 16));
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

  /// Places the text beside the cursor: above the plot, where no line runs.
  Optional<PlacedText> handle(String text, double temperature) {
    double x = PlotRegion.crisp(at.x(temperature));
    double above = FilmGeometry.TOP - 3;
    double below = FilmGeometry.TOP + 15;
    return places
        .copy()
        .place(
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
    return TICKS;
  }

  /// The labels of the axes.
  List<PlacedText> labels() {
    return labels;
  }
}
