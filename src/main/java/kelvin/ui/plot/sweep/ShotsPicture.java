package kelvin.ui.plot.sweep;

import java.util.List;

/// Probabilities against the number of shots; immutable.
///
/// @param unit what the values are
/// @param lines the one that matters most first; all at the same numbers of shots
public record ShotsPicture(String unit, List<Line> lines) {

  public ShotsPicture {
    lines = List.copyOf(lines);
  }

  /// A label's way.
  public record Line(String name, List<Point> points) {

    public Line {
      points = List.copyOf(points);
    }
  }

  /// What a label has at a number of shots. NaN where there is no such number.
  ///
  /// @param given in the order given
  /// @param draws how many shuffles the others are over
  /// @param low the tenth percentile
  /// @param high the ninetieth percentile
  public record Point(int shots, double given, int draws, double mean, double low, double high) {

    /// The mean over the shuffles; without any, the order given.
    double centre() {
      return draws > 0 ? mean : given;
    }
  }

  int draws() {
    return lines.isEmpty() || lines.getFirst().points().isEmpty()
        ? 0
        : lines.getFirst().points().getFirst().draws();
  }
}
