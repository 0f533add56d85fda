package kelvin.ui.plot.film;

import java.util.List;

/// The numbers behind the lines of a film: the probabilities of a few tokens, and quantities of
/// the whole distribution, each with one number for each value across.
///
/// @param values on the axis across, ascending
/// @param lanes from top to bottom
/// @param isCounted whether there is nothing between two values, as between two layers
record FilmSeries(
    List<Double> values, List<TokenSeries> tokens, List<LaneSeries> lanes, boolean isCounted) {

  /// One token.
  ///
  /// @param watched whether the user chose it
  record TokenSeries(String text, boolean watched, List<Double> probabilities) {

    TokenSeries {
      probabilities = List.copyOf(probabilities);
    }
  }

  /// One quantity.
  ///
  /// @param shares of the height of its lane; beyond 0 and 1 they are drawn at its edge
  record LaneSeries(String name, List<Double> shares) {

    LaneSeries {
      shares = List.copyOf(shares);
    }
  }

  FilmSeries {
    values = List.copyOf(values);
    tokens = List.copyOf(tokens);
    lanes = List.copyOf(lanes);
  }
}
