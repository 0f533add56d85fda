package kelvin.ui.plot.sweep;

import java.util.List;
import java.util.stream.Stream;
import kelvin.display.ProbabilityScale;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.axis.ValueAxis;

/// Values against the number of shots; immutable.
///
/// @param unit of the values
/// @param scale of the axis
/// @param lines the most important first; all with the same numbers of shots
/// @param style the words, and the places of the numbers
public record ShotsPicture(String unit, ProbabilityScale scale, List<Line> lines, Style style) {

  public ShotsPicture {
    lines = List.copyOf(lines);
  }

  /// A picture of shuffled shots.
  public ShotsPicture(String unit, ProbabilityScale scale, List<Line> lines) {
    this(unit, scale, lines, Style.SHOTS);
  }

  /// The words of a picture, and the places of its numbers.
  ///
  /// @param one the word for one shot
  /// @param many the word for several
  /// @param draws the word for what is drawn several times
  /// @param band the words for the range of the draws
  /// @param isEven true if the numbers have equal distances, as doublings need
  /// @param isOpen true if the values may be greater than 1
  public record Style(
      String one, String many, String draws, String band, boolean isEven, boolean isOpen) {

    /// Shuffles of shots, whose values are probabilities.
    public static final Style SHOTS =
        new Style("shot", "shots", "shuffles", "10–90 %", false, false);
  }

  /// The line of one label.
  public record Line(String name, List<Point> points) {

    public Line {
      points = List.copyOf(points);
    }

    /// The place of the last point with a value; −1 if there is none.
    int end() {
      int last = points.size() - 1;
      while (last >= 0 && !Double.isFinite(points.get(last).centre())) {
        last--;
      }
      return last;
    }

    /// The last value; NaN if there is none.
    double endValue() {
      return end() < 0 ? Double.NaN : points.get(end()).centre();
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

  /// A number of shots in words.
  String words(int shots) {
    return shots + " " + (shots == 1 ? style.one() : style.many());
  }

  /// A number of draws in words; the words for several end in an s.
  String drawsInWords(int count) {
    var several = style.draws();
    return count + " " + (count == 1 ? several.substring(0, several.length() - 1) : several);
  }

  /// The values of a point in words.
  String words(Point at) {
    var words = new StringBuilder(Numbers.probability(at.centre()));
    if (at.draws() > 0) {
      words.append(" mean of ").append(drawsInWords(at.draws()));
      words.append(", ").append(style.band()).append(": ");
      words.append(Numbers.probability(at.low())).append("–");
      words.append(Numbers.probability(at.high()));
      if (Double.isFinite(at.given())) {
        words.append("; order given ").append(Numbers.probability(at.given()));
      }
    }
    return words.toString();
  }

  /// The axis that has room for all values.
  ValueAxis axis() {
    if (style.isOpen()) {
      return LinearAxis.upTo(
          lines.stream()
              .flatMap(line -> line.points().stream())
              .flatMap(point -> Stream.of(point.centre(), point.high()))
              .toList());
    }
    var values =
        lines.stream()
            .flatMap(line -> line.points().stream())
            .flatMap(point -> Stream.of(point.given(), point.centre(), point.low()))
            .toList();
    return ValueAxis.whole(scale, values);
  }

  /// True if a line has values in a given order.
  boolean hasGiven() {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .anyMatch(point -> Double.isFinite(point.given()));
  }

  int draws() {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .mapToInt(Point::draws)
        .max()
        .orElse(0);
  }
}
