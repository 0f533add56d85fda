package kelvin.ui.plot.bars;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.ui.control.Numbers;

/// The positions of the columns. In a narrow window columns are dropped before the bars shrink.
final class BarColumns {

  private static final double NOTE = 68;
  private static final double GAP = 8;
  private static final double MIN_BAR = 84;
  private static final double DIGIT = 7.3;

  /// The columns to drop when there is no room for all, the first one first.
  private static final List<BarColumn> DISPENSABLE =
      List.of(
          BarColumn.ID,
          BarColumn.LOGIT,
          BarColumn.PROBABILITY,
          BarColumn.FINAL,
          BarColumn.CUMULATIVE,
          BarColumn.RANK);

  private final Map<BarColumn, Double> edges = new EnumMap<>(BarColumn.class);
  private final double tokenWidth;
  private final double bar;
  private final double barWidth;
  private final double note;

  private BarColumns(double width, Set<BarColumn> shown, double rankWidth) {
    tokenWidth = shown.contains(BarColumn.TOKEN) ? Math.clamp(width * 0.2, 84, 170) : 0;
    double left = 0;
    if (shown.contains(BarColumn.RANK)) {
      left += rankWidth;
      edges.put(BarColumn.RANK, left);
      left += GAP;
    }
    if (shown.contains(BarColumn.TOKEN)) {
      edges.put(BarColumn.TOKEN, left);
      left += tokenWidth;
    }
    for (var column :
        List.of(BarColumn.ID, BarColumn.LOGIT, BarColumn.PROBABILITY, BarColumn.SCALED)) {
      if (shown.contains(column)) {
        left += column.width();
        edges.put(column, left);
      }
    }
    note = width - NOTE;
    double right = note - GAP;
    for (var column : List.of(BarColumn.FINAL, BarColumn.CUMULATIVE)) {
      if (shown.contains(column)) {
        edges.put(column, right);
        right -= column.width();
      }
    }
    bar = left + (left > 0 ? GAP + 2 : 0);
    barWidth = Math.max(20, right - bar);
  }

  /// @param wanted the columns that the user chose
  /// @param count the greatest rank
  static BarColumns of(double width, Set<BarColumn> wanted, int count) {
    double rankWidth = Math.max(30, Numbers.count(count).length() * DIGIT);
    var shown = EnumSet.noneOf(BarColumn.class);
    shown.addAll(wanted);
    var columns = new BarColumns(width, shown, rankWidth);
    for (var column : DISPENSABLE) {
      if (columns.barWidth < MIN_BAR && shown.remove(column)) {
        columns = new BarColumns(width, shown, rankWidth);
      }
    }
    return columns;
  }

  boolean shows(BarColumn column) {
    return edges.containsKey(column);
  }

  /// The right edge of a column of numbers, or the left edge of the token column.
  double edge(BarColumn column) {
    var edge = edges.get(column);
    if (edge == null) {
      throw new IllegalArgumentException("there is no column " + column);
    }
    return edge;
  }

  double tokenWidth() {
    return tokenWidth;
  }

  /// The width of the last column.
  double noteWidth() {
    return NOTE - 2;
  }

  /// The room for text that is shown in place of a token, before a number of this width.
  double roomForWords(double number) {
    double end = shows(BarColumn.SCALED) ? edge(BarColumn.SCALED) - number : bar;
    return end - words() - GAP;
  }

  /// The left edge of text that is shown in place of a token.
  double words() {
    return shows(BarColumn.TOKEN) ? edge(BarColumn.TOKEN) : bar;
  }

  /// The left edge of the bars.
  double bar() {
    return bar;
  }

  /// The length of a full bar.
  double barWidth() {
    return barWidth;
  }

  /// The left edge of the last column, which says why a token was removed.
  double note() {
    return note;
  }
}
