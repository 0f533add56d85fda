package kelvin.ui.plot.sweep;

import java.util.List;
import java.util.stream.Stream;
import kelvin.display.ProbabilityScale;
import kelvin.ui.plot.axis.ValueAxis;

/// Probabilities against the number of shots; immutable.
///
/// @param unit of the values
/// @param scale of the axis
/// @param lines the most important first; all with the same numbers of shots
public record ShotsPicture(String unit, ProbabilityScale scale, List<Line> lines) {

  public ShotsPicture {
    lines = List.copyOf(lines);
  }

  /// The line of one label.
  public record Line(String name, List<Point> points) {

    public Line {
      points = List.copyOf(points);
    }
  }

  /// The values of a label at one number of shots; NaN where there is none.
  ///
  /// @param given the value in the given order
  /// @param draws the number of shuffles behind the other values
  /// @param low the tenth percentile
  /// @param high the ninetieth percentile
  public record Point(int shots, double given, int draws, double mean, double low, double high) {

    /// The mean over the shuffles; without any, the value in the given order.
    double centre() {
      return draws > 0 ? mean : given;
    }
  }

  /// The axis that has room for all values.
  ValueAxis axis() {
    var values =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .flatMap(point -> Stream.of(point.given(), point.centre(), point.low()))
            .toList();
    return ValueAxis.whole(scale, values);
  }

  int draws() {
    return lines.isEmpty() || lines.getFirst().points().isEmpty()
        ? 0
        : lines.getFirst().points().getFirst().draws();
  }
}
