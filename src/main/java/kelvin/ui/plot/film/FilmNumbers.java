package kelvin.ui.plot.film;

import java.util.List;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.placement.PlacedText;
import org.jspecify.annotations.Nullable;

/// The numbers to the right of a film: the values of its lines and lanes at the cursor, as text.
///
/// @param percents one for each line: the probability, or its share among the lines
/// @param lanes one for each lane
/// @param handle the text beside the cursor; null where there is no room
record FilmNumbers(List<String> percents, List<String> lanes, @Nullable PlacedText handle) {

  FilmNumbers {
    percents = List.copyOf(percents);
    lanes = List.copyOf(lanes);
  }

  /// The place of the cursor.
  ///
  /// @param value on the axis across
  record At(double value, String text) {}

  /// @param probabilities of the tokens with a line, at the cursor
  /// @param lanes the quantities at the cursor
  static FilmNumbers of(FilmLines film, List<Double> probabilities, List<String> lanes, At cursor) {
    return new FilmNumbers(
        film.numbers(probabilities).stream().map(Numbers::percent).toList(),
        lanes,
        film.axes().handle(cursor.text(), cursor.value()).orElse(null));
  }
}
