package kelvin.ui.compare;

import java.util.Comparator;
import java.util.List;
import kelvin.display.NoDifference;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.pair.PairBar;

/// Says which of several pairs changes most, or that none does.
final class ChangeSentence {

  /// Stands in place of a difference.
  static final String ONE_IS_EMPTY = "There is no difference to show while one side is empty.";

  private ChangeSentence() {}

  /// @param what the rows, such as `answers`
  static String of(List<PairBar> rows, String what) {
    var largest =
        rows.stream()
            .filter(row -> !Double.isNaN(row.change()))
            .max(Comparator.comparingDouble(row -> Math.abs(row.change())));
    if (largest.isEmpty()) {
      return " ";
    }
    var row = largest.get();
    if (NoDifference.is(row.change())) {
      boolean complete = rows.stream().noneMatch(each -> Double.isNaN(each.change()));
      return complete ? "No difference: all " + what + " " + NoDifference.AGREE + "." : " ";
    }
    var name =
        row.kind() == PairBar.Kind.REST ? "The mass outside the labels" : "“" + row.text() + "”";
    return name
        + " changes most: "
        + Numbers.percent(row.a())
        + " → "
        + Numbers.percent(row.b())
        + " %.";
  }
}
