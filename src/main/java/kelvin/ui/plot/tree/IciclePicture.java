package kelvin.ui.plot.tree;

import java.util.List;
import java.util.Set;
import kelvin.ui.control.Numbers;

/// The beginnings of continuations as an icicle: the width of a cell is its joint probability, a
/// row is a step. Cells are numbered from 0, each after the one above it.
///
/// @param depth the number of rows
/// @param walked the numbers of the cells that another search kept too, which are outlined
public record IciclePicture(List<Cell> cells, int depth, Set<Integer> walked) {

  public static final IciclePicture EMPTY = new IciclePicture(List.of(), 0, Set.of());

  /// A token after those above it.
  ///
  /// @param parent the cell above it; −1 in the first row
  /// @param row 0-based
  /// @param from the left edge, 0..1
  /// @param probability the joint probability of the tokens down to it: its width, 0..1
  /// @param label its visible text
  /// @param leaf whether it is a leaf
  /// @param words all numbers in words
  public record Cell(
      int parent,
      int row,
      double from,
      double probability,
      String label,
      boolean leaf,
      String words) {}

  public IciclePicture {
    cells = List.copyOf(cells);
    walked = Set.copyOf(walked);
  }

  public boolean isEmpty() {
    return cells.isEmpty();
  }

  /// The description of the whole plot for screen readers.
  String summary() {
    return isEmpty()
        ? "No continuations yet."
        : "Icicle of "
            + Numbers.count(cells.stream().filter(Cell::leaf).count())
            + " continuations. Down and up go from step to step, left and right to another token."
            + " Enter makes a path of it.";
  }
}
