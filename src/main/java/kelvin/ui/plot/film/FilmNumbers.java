package kelvin.ui.plot.film;

import java.util.List;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.placement.PlacedText;
import org.jspecify.annotations.Nullable;

/// The numbers to the right of the temperature film: the values of its lines and lanes at the
/// current temperature, as text.
///
/// @param percents one for each line: the probability, or its share among the lines
/// @param lanes one for each lane
/// @param handle the text beside the cursor; null where there is no room
record FilmNumbers(List<String> percents, List<String> lanes, @Nullable PlacedText handle) {

  FilmNumbers {
    percents = List.copyOf(percents);
    lanes = List.copyOf(lanes);
  }

  /// @param p the mass of the nucleus
  /// @param temperature of the cursor
  static FilmNumbers of(FilmLines film, DistributionPicture shown, double p, double temperature) {
    var now = shown.distribution().scaled();
    double all =
        film.hasShares()
            ? film.lines().stream().mapToDouble(line -> now.probability(line.rank())).sum()
            : 1;
    return new FilmNumbers(
        film.lines().stream()
            .map(line -> Numbers.percent(now.probability(line.rank()) / all))
            .toList(),
        List.of(
            shown.entropy(),
            Numbers.threeDigits(now.perplexity()),
            Numbers.count(now.nucleusSize(p))),
        film.axes().handle("τ " + Numbers.plain(temperature), temperature).orElse(null));
  }
}
