package kelvin.ui.plot.bars;

import java.util.List;
import javafx.scene.text.TextAlignment;
import kelvin.display.InformationUnit;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.RowsPlot;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.placement.TextSize;

/// Paints the rows of `LabelBars`.
final class LabelBarsPainter {

  static final double ROW_HEIGHT = 24;
  private static final double BAR_HEIGHT = 14;
  private static final double MARK = 18;
  private static final double SHARE = 62;
  private static final double PROBABILITY = 66;
  private static final double LOG = 78;
  private static final double GAP = 10;
  private static final double MAX_LABEL = 0.34;
  private static final double MIN_LABEL = 56;
  private static final double MIN_OUTLINE = 4;
  private static final double CHOSEN = 62;
  private static final double ROOM_FOR_LOG = 420;
  private static final double ROOM_FOR_PROBABILITY = 252;
  private static final double ROOM_FOR_WORDS = 120;

  private final RowsPlot<?> region;

  LabelBarsPainter(RowsPlot<?> region) {
    this.region = region;
  }

  /// The positions of the columns.
  ///
  /// @param share right edge
  /// @param bar left edge
  /// @param probability right edge
  /// @param log right edge
  private record Columns(
      double labelWidth,
      double share,
      double bar,
      double barWidth,
      double probability,
      double log) {

    /// A narrow picture omits the logarithm, because the bar says more.
    boolean hasLog() {
      return probability < log;
    }

    boolean hasProbability() {
      return !Double.isNaN(probability);
    }

    static Columns of(double width, double longest) {
      double label = Math.max(MIN_LABEL, Math.min(longest + 4, MAX_LABEL * width));
      double share = MARK + label + SHARE;
      if (width < ROOM_FOR_PROBABILITY) {
        double bar = share + GAP;
        double barWidth = Math.max(20, width - 6 - bar);
        return new Columns(label, share, bar, barWidth, Double.NaN, Double.NaN);
      }
      double log = width - 6;
      double probability = width < ROOM_FOR_LOG ? log : log - LOG;
      double bar = share + GAP;
      double barWidth = Math.max(20, probability - PROBABILITY - GAP - bar);
      return new Columns(label, share, bar, barWidth, probability, log);
    }
  }

  void paint(Pen pen, List<LabelBar> bars, InformationUnit unit, int selected) {
    double maxLabel = MAX_LABEL * region.getWidth();
    double longest =
        bars.stream()
            .mapToDouble(bar -> TokenLabel.of(bar.label(), PlotRegion.NUMBERS, maxLabel).width())
            .max()
            .orElse(0);
    var columns = Columns.of(region.getWidth(), longest);
    paintHeader(pen, columns, unit);
    for (int row = 0; row < bars.size(); row++) {
      paintRow(pen, columns, bars.get(row), row == selected, region.rowTop(row));
      paintLog(pen, columns, bars.get(row), unit, region.rowTop(row));
    }
  }

  private void paintHeader(Pen pen, Columns columns, InformationUnit unit) {
    double y = RowsPlot.HEADER_HEIGHT - 9;
    pen.setFont(PlotRegion.SMALL_WORDS);
    pen.setFill(region.paint(Ink.FAINT));
    pen.fillText("label", MARK, y);
    var words = columns.barWidth() > ROOM_FOR_WORDS ? "share of the labels" : "share";
    // A mark without its words says nothing.
    if (TextSize.width(words, PlotRegion.SMALL_WORDS) + 15 <= columns.barWidth()) {
      pen.setFill(region.paint(Ink.BAR));
      pen.fillRect(columns.bar(), y - 8, 10, 8);
      pen.setFill(region.paint(Ink.FAINT));
      pen.fillText(words, columns.bar() + 15, y);
    }
    if (columns.barWidth() > 190) {
      pen.setStroke(region.paint(Ink.OUTLINE));
      pen.setLineWidth(1);
      pen.strokeRoundRect(columns.bar() + 126.5, y - 7.5, 9, 7, 2);
      pen.fillText("P(label)", columns.bar() + 141, y);
    }
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText("share %", columns.share(), y);
    if (columns.hasProbability()) {
      pen.fillText("P(label) %", columns.probability(), y);
    }
    if (columns.hasLog()) {
      pen.fillText(unit.logarithm() + " P, " + unit.label(), columns.log(), y);
    }
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private void paintRow(Pen pen, Columns columns, LabelBar bar, boolean selected, double top) {
    double baseline = top + ROW_HEIGHT / 2 + 4;
    if (bar.chosen() || selected) {
      pen.setFill(region.paint(Ink.SELECTION));
      pen.fillRoundRect(0, top, region.getWidth(), ROW_HEIGHT, 8);
    }
    pen.setFont(PlotRegion.NUMBERS);
    if (bar.right()) {
      pen.setFill(region.paint(Ink.NUCLEUS));
      pen.fillText("✓", 4, baseline);
    }
    TokenLabel.of(bar.label(), PlotRegion.NUMBERS, columns.labelWidth())
        .paint(pen, MARK, baseline, region.paint(Ink.TEXT), region.paint(Ink.FAINT));
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.setFill(region.paint(Ink.TEXT));
    pen.fillText(
        Double.isNaN(bar.share()) ? "–" : Numbers.percent(bar.share()), columns.share(), baseline);
    pen.setFill(region.paint(Ink.SOFT));
    if (columns.hasProbability()) {
      pen.fillText(Numbers.percent(bar.probability()), columns.probability(), baseline);
    }
    pen.setTextAlign(TextAlignment.LEFT);
    paintBar(pen, columns, bar, top + (ROW_HEIGHT - BAR_HEIGHT) / 2);
    if (bar.chosen()) {
      paintChosen(pen, columns, bar, baseline);
    }
    if (selected) {
      pen.setStroke(region.paint(region.isFocused() ? Ink.BAR : Ink.OUTLINE));
      pen.setLineWidth(1);
      pen.strokeRoundRect(0.5, top + 0.5, region.getWidth() - 1, ROW_HEIGHT - 1, 8);
    }
  }

  private void paintLog(Pen pen, Columns columns, LabelBar bar, InformationUnit unit, double top) {
    if (columns.hasLog()) {
      pen.setFont(PlotRegion.NUMBERS);
      pen.setTextAlign(TextAlignment.RIGHT);
      pen.setFill(region.paint(Ink.SOFT));
      pen.fillText(
          Numbers.twoDecimals(unit.of(bar.logProbability())),
          columns.log(),
          top + ROW_HEIGHT / 2 + 4);
      pen.setTextAlign(TextAlignment.LEFT);
    }
  }

  private void paintBar(Pen pen, Columns columns, LabelBar bar, double top) {
    double filled = Double.isNaN(bar.share()) ? 0 : bar.share() * columns.barWidth();
    if (filled >= 0.2) {
      pen.setFill(region.paint(Ink.BAR));
      pen.fillRoundRect(columns.bar(), top, Math.max(1, filled), BAR_HEIGHT, Math.min(4, filled));
    }
    double own = Math.round(Math.min(1, bar.probability()) * columns.barWidth());
    if (own >= MIN_OUTLINE) {
      pen.setStroke(region.paint(Ink.OUTLINE));
      pen.setLineWidth(1);
      pen.strokeRoundRect(columns.bar() + 0.5, top + 0.5, own - 1, BAR_HEIGHT - 1, 4);
    }
  }

  /// Placed after the bar where there is room, else on it.
  private void paintChosen(Pen pen, Columns columns, LabelBar bar, double baseline) {
    double end = columns.bar() + (Double.isNaN(bar.share()) ? 0 : bar.share()) * columns.barWidth();
    boolean behind = end + CHOSEN < columns.bar() + columns.barWidth();
    if (!behind && end - columns.bar() < CHOSEN) {
      return;
    }
    pen.setFont(PlotRegion.SMALL_WORDS);
    pen.setFill(region.paint(behind ? Ink.SOFT : Ink.CARD));
    pen.fillText("◂ chosen", behind ? end + 6 : end - CHOSEN + 8, baseline);
  }
}
