package kelvin.ui.plot.sweep;

import java.util.List;
import java.util.stream.Collectors;
import kelvin.display.ProbabilityScale;
import kelvin.ui.control.Numbers;

/// Values as dots in rows, with a mean for each row; immutable.
///
/// @param unit of the values
/// @param scale of the axis
public record DotPicture(String unit, ProbabilityScale scale, List<Row> rows) {

  public DotPicture {
    rows = List.copyOf(rows);
  }

  /// @param name empty where there is only one row
  /// @param dots in keyboard order
  public record Row(String name, List<Dot> dots) {

    public Row {
      dots = List.copyOf(dots);
    }

    double mean() {
      return dots.stream().mapToDouble(Dot::value).average().orElse(Double.NaN);
    }
  }

  /// @param words the text for the dot when it is pointed at
  /// @param mark a word beside the dot, such as `best`; empty for none
  public record Dot(double value, String words, String mark) {}

  List<Dot> dots() {
    return rows.stream().flatMap(row -> row.dots().stream()).toList();
  }

  String summary() {
    return rows.stream()
        .map(
            row ->
                (row.name().isEmpty() ? "" : row.name() + ": ")
                    + row.dots().size()
                    + " dots, mean "
                    + Numbers.probability(row.mean()))
        .collect(Collectors.joining("; ", unit + "; ", ""));
  }
}
