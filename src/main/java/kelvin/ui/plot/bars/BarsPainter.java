package kelvin.ui.plot.bars;

import java.util.Optional;
import javafx.scene.text.TextAlignment;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.KnownWords;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.RemovalReason;

/// Paints the rows of `TokenBars`. All texts are ready in the `BarTable`, so painting allocates
/// nothing.
final class BarsPainter {

  static final double ROW_HEIGHT = 22;
  private static final double HEADER_HEIGHT = 24;
  private static final double TAIL_HEIGHT = 2 * ROW_HEIGHT + 6;
  private static final double BAR_HEIGHT = 14;
  private static final double FADED = 0.45;
  private static final double MIN_OUTLINE = 4;
  private static final double GHOST_HEIGHT = 3;
  private static final double WHISKER = 5;

  private final PlotRegion region;
  private int hovered;
  private int selected;
  private boolean focused;

  BarsPainter(PlotRegion region) {
    this.region = region;
  }

  static int rowsIn(double height) {
    return Math.max(1, (int) ((height - HEADER_HEIGHT - TAIL_HEIGHT) / ROW_HEIGHT));
  }

  /// The height that fits this many rows.
  static double heightOf(int rows) {
    return HEADER_HEIGHT + rows * ROW_HEIGHT + TAIL_HEIGHT;
  }

  static double rowTop(int row) {
    return HEADER_HEIGHT + row * ROW_HEIGHT;
  }

  static int rowAt(double y) {
    return (int) Math.floor((y - HEADER_HEIGHT) / ROW_HEIGHT);
  }

  /// The description of the whole picture for screen readers.
  static String summary(DistributionPicture picture) {
    var text = new StringBuilder("Next token: ");
    for (int rank = 1; rank <= Math.min(5, picture.rows()); rank++) {
      text.append(describe(picture, rank)).append("; ");
    }
    return text.append("and ")
        .append(Numbers.count(picture.count()))
        .append(" tokens in all")
        .toString();
  }

  static String describe(DistributionPicture picture, int rank) {
    var removed =
        Optional.of(picture)
            .filter(DistributionPicture::isDrawKnown)
            .flatMap(known -> RemovalReason.of(known.distribution(), rank))
            .map(reason -> ", removed by " + reason);
    return picture.textAtRank(rank)
        + ", rank "
        + rank
        + ", "
        + KnownWords.percent(picture.scaledProbability(rank))
        + " percent"
        + removed.orElse("");
  }

  /// Sets the rows under the mouse and under the keyboard, as 1-based ranks; 0 for none.
  ///
  /// @param withKeys whether keys act on the selected row
  void point(int hoveredRank, int selectedRank, boolean withKeys) {
    hovered = hoveredRank;
    selected = selectedRank;
    focused = withKeys;
  }

  void paint(Pen pen, BarTable table, BarEase ease) {
    paintHeader(pen, table.columns());
    BarLegend.paint(pen, region, table.columns(), table.legend(), HEADER_HEIGHT - 9);
    var rows = table.rows();
    for (int i = 0; i < rows.size(); i++) {
      paintRow(pen, table.columns(), rows.get(i), ease.at(i), rowTop(i));
    }
    if (table.cutAfter() >= 0) {
      paintCut(pen, table.columns(), rowTop(table.cutAfter() + 1));
    }
    double top = rowTop(rows.size()) + 6;
    for (int i = 0; i < table.tails().size(); i++) {
      paintTail(pen, table.columns(), table.tails().get(i), top + i * ROW_HEIGHT);
    }
  }

  private void paintHeader(Pen pen, BarColumns columns) {
    double y = HEADER_HEIGHT - 9;
    pen.setFont(PlotRegion.SMALL_WORDS);
    pen.setFill(region.paint(Ink.FAINT));
    for (int i = 0; i < BarColumn.ALL.size(); i++) {
      var column = BarColumn.ALL.get(i);
      if (columns.shows(column)) {
        boolean left = column == BarColumn.TOKEN;
        pen.setTextAlign(left ? TextAlignment.LEFT : TextAlignment.RIGHT);
        pen.fillText(column.heading(), columns.edge(column), y);
      }
    }
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private void paintRow(Pen pen, BarColumns columns, BarRow row, double filled, double top) {
    double baseline = top + ROW_HEIGHT / 2 + 4;
    boolean isSelected = row.rank() == selected;
    if (row.marked() || isSelected || row.rank() == hovered) {
      pen.setFill(region.paint(Ink.SELECTION));
      pen.fillRoundRect(0, top, region.getWidth(), ROW_HEIGHT, 8);
    }
    pen.setGlobalAlpha(row.kept() ? 1 : FADED);
    pen.setFont(PlotRegion.NUMBERS);
    paintNumbers(pen, columns, row, baseline);
    if (columns.shows(BarColumn.TOKEN)) {
      paintToken(pen, columns.edge(BarColumn.TOKEN), row, top, baseline);
    }
    paintBar(pen, columns, row, filled, top);
    pen.setGlobalAlpha(1);
    pen.setFont(PlotRegion.SMALL_WORDS);
    pen.setFill(region.paint(row.marked() ? Ink.DRAW : Ink.FAINT));
    pen.fillText(row.note(), columns.note(), baseline);
    if (isSelected) {
      pen.setStroke(region.paint(focused ? Ink.BAR : Ink.OUTLINE));
      pen.setLineWidth(1);
      pen.strokeRoundRect(0.5, top + 0.5, region.getWidth() - 1, ROW_HEIGHT - 1, 8);
    }
  }

  private void paintNumbers(Pen pen, BarColumns columns, BarRow row, double baseline) {
    pen.setTextAlign(TextAlignment.RIGHT);
    for (int i = 0; i < BarColumn.ALL.size(); i++) {
      var column = BarColumn.ALL.get(i);
      if (columns.shows(column) && column != BarColumn.TOKEN) {
        pen.setFill(region.paint(ink(column)));
        pen.fillText(row.number(column), columns.edge(column), baseline);
      }
    }
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private static Ink ink(BarColumn column) {
    return switch (column) {
      case RANK, ID -> Ink.FAINT;
      case SCALED, TOKEN -> Ink.TEXT;
      case LOGIT, PROBABILITY, CUMULATIVE, FINAL -> Ink.SOFT;
    };
  }

  /// A control token is framed, because its text is not really text.
  private void paintToken(Pen pen, double x, BarRow row, double top, double baseline) {
    if (row.special()) {
      pen.setStroke(region.paint(Ink.OUTLINE));
      pen.setLineWidth(1);
      pen.strokeRoundRect(
          PlotRegion.crisp(x) - 4, top + 3.5, row.token().width() + 7, ROW_HEIGHT - 7, 6);
    }
    row.token().paint(pen, x, baseline, region.paint(Ink.TEXT), region.paint(Ink.FAINT));
  }

  private void paintBar(Pen pen, BarColumns columns, BarRow row, double filled, double rowTop) {
    double top = rowTop + (ROW_HEIGHT - BAR_HEIGHT) / 2;
    var bars = row.bars();
    if (!Double.isNaN(bars.ghost())) {
      pen.setFill(region.paint(Ink.GHOST));
      double width = Math.min(1, bars.ghost()) * columns.barWidth();
      pen.fillRect(columns.bar(), top + BAR_HEIGHT, width, GHOST_HEIGHT);
    }
    pen.setFill(region.paint(Ink.BAR));
    fillBar(pen, columns, top, filled);
    pen.setStroke(region.paint(Ink.OUTLINE));
    pen.setLineWidth(1);
    double width = Math.round(Math.min(1, bars.own()) * columns.barWidth());
    // An outline around a sliver would hide its fill.
    if (width >= MIN_OUTLINE) {
      pen.strokeRoundRect(columns.bar() + 0.5, top + 0.5, width - 1, BAR_HEIGHT - 1, 4);
    }
    if (!Double.isNaN(bars.last())) {
      paintWhisker(pen, columns, filled, bars.last(), top + BAR_HEIGHT / 2);
    }
  }

  /// The whisker: a line with a stop, from the end of the bar to the final probability, which is
  /// greater.
  private void paintWhisker(
      Pen pen, BarColumns columns, double filled, double last, double middle) {
    double from = columns.bar() + Math.min(1, filled) * columns.barWidth();
    double to = PlotRegion.crisp(columns.bar() + Math.min(1, last) * columns.barWidth());
    double y = PlotRegion.crisp(middle);
    pen.setStroke(region.paint(Ink.NUCLEUS));
    pen.setLineWidth(1);
    if (to > from) {
      pen.strokeLine(from, y, to, y);
    }
    pen.setLineWidth(1.5);
    pen.strokeLine(to, y - WHISKER, to, y + WHISKER);
  }

  private static void fillBar(Pen pen, BarColumns columns, double top, double share) {
    double width = Math.min(1, share) * columns.barWidth();
    if (width >= 0.2) {
      double radius = Math.min(4, width);
      pen.fillRoundRect(columns.bar(), top, Math.max(1, width), BAR_HEIGHT, radius);
    }
  }

  /// Paints the line between the tokens that can be drawn and those that were removed.
  private void paintCut(Pen pen, BarColumns columns, double y) {
    double at = PlotRegion.crisp(y);
    pen.setStroke(region.paint(Ink.NUCLEUS));
    pen.setLineWidth(1);
    pen.strokeLine(columns.words(), at, columns.note() - 8, at);
  }

  private void paintTail(Pen pen, BarColumns columns, BarTable.Tail tail, double top) {
    double baseline = top + ROW_HEIGHT / 2 + 4;
    pen.setFont(PlotRegion.WORDS);
    pen.setFill(region.paint(Ink.SOFT));
    if (columns.shows(BarColumn.TOKEN)) {
      pen.fillText(tail.words(), columns.words(), baseline);
    }
    if (columns.shows(BarColumn.SCALED)) {
      pen.setFont(PlotRegion.NUMBERS);
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.fillText(tail.percent(), columns.edge(BarColumn.SCALED), baseline);
      pen.setTextAlign(TextAlignment.LEFT);
    }
    pen.setFill(region.paint(tail.ink()));
    double barTop = top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
    fillBar(pen, columns, barTop, tail.share());
    if (tail.share() > 1 + 1e-9) {
      paintBreak(pen, columns, barTop);
    }
  }

  /// A bar that is longer than its column is drawn broken, so that the cut is visible.
  private void paintBreak(Pen pen, BarColumns columns, double top) {
    double x = columns.bar() + columns.barWidth() - 18;
    pen.setFill(region.paint(Ink.CARD));
    pen.fillRect(x, top - 1, 3, BAR_HEIGHT + 2);
    pen.fillRect(x + 6, top - 1, 3, BAR_HEIGHT + 2);
  }
}
