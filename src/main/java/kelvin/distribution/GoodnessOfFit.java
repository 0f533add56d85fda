package kelvin.distribution;

import java.util.List;
import kelvin.math.ChiSquare;

/// Pearson's χ² test of counts against what was expected.
///
/// @param cells the number of cells
/// @param chiSquare Σ (observed − expected)² / expected
/// @param pValue the probability of a greater χ² if the counts follow what was expected; 1 if there
///     is only one cell
public record GoodnessOfFit(int cells, double chiSquare, double pValue) {

  /// The approximation needs at least this many expected counts in a cell.
  public static final double MIN_EXPECTED = 5;

  /// A class of results.
  ///
  /// @param observed the number of results in it
  /// @param expected the number expected, 0 or more
  public record Cell(long observed, double expected) {}

  /// @param cells all classes, at least one: the sums of what was observed and expected are equal
  public static GoodnessOfFit of(List<Cell> cells) {
    double chiSquare = cells.stream().mapToDouble(GoodnessOfFit::term).sum();
    return new GoodnessOfFit(
        cells.size(),
        chiSquare,
        cells.size() == 1 ? 1 : ChiSquare.survival(chiSquare, cells.size() - 1));
  }

  private static double term(Cell cell) {
    double gap = cell.observed - cell.expected;
    return cell.expected > 0 ? gap * gap / cell.expected : 0;
  }

  /// The degrees of freedom of χ²: the number of cells minus 1, because the total is fixed.
  public int degreesOfFreedom() {
    return cells - 1;
  }
}
