package kelvin.ui.plot.bars;

import java.util.List;
import javafx.scene.text.TextAlignment;
import kelvin.display.BarScale;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.RowsPlot;
import kelvin.ui.plot.TokenLabel;

/// Paints the rows of `AnswerBars`.
final class AnswerBarsPainter {

  static final double ROW_HEIGHT = 24;
  private static final double BAR_HEIGHT = 14;
  private static final double GHOST_HEIGHT = 3;
  private static final double MARK = 20;
  private static final double NUMBER = 58;
  private static final double GAP = 10;
  private static final double MIN_TEXT = 56;
  private static final double MIN_BAR = 20;
  private static final double MAX_TEXT = 0.4;
  private static final double ROOM_FOR_CUMULATIVE = 380;
  private static final double ROOM_FOR_WORDS = 150;
  private static final double MARGIN = 6;

  /// The width that a row needs with its marks, the least of its text, its number and its bar.
  static final double MIN_WIDTH = MARK + MIN_TEXT + NUMBER + GAP + MIN_BAR + MARGIN;

  private final RowsPlot<?> region;

  AnswerBarsPainter(RowsPlot<?> region) {
    this.region = region;
  }

  /// The positions of the columns.
  ///
  /// @param text left edge
  /// @param probability right edge
  /// @param bar left edge
  /// @param cumulative right edge
  private record Columns(
      double text,
      double textWidth,
      double probability,
      double bar,
      double barWidth,
      double cumulative) {

    boolean hasCumulative() {
      return cumulative > bar + barWidth;
    }

    static Columns of(double width, double longest) {
      double text = MARK;
      double textWidth = Math.max(MIN_TEXT, Math.min(longest + 4, MAX_TEXT * width));
      double probability = text + textWidth + NUMBER;
      double bar = probability + GAP;
      double end = width - MARGIN;
      double barEnd = width < ROOM_FOR_CUMULATIVE ? end : end - NUMBER;
      return new Columns(text, textWidth, probability, bar, Math.max(MIN_BAR, barEnd - bar), end);
    }
  }

  void paint(Pen pen, List<AnswerBar> bars, BarScale scale, int selected) {
    double maxText = MAX_TEXT * region.getWidth();
    double longest =
        bars.stream()
            .mapToDouble(bar -> TokenLabel.of(bar.label(), PlotRegion.NUMBERS, maxText).width())
            .max()
            .orElse(0);
    var columns = Columns.of(region.getWidth(), longest);
    double full =
        scale == BarScale.LARGEST
            ? bars.stream().mapToDouble(AnswerBar::probability).max().orElse(1)
            : 1;
    paintHeader(pen, columns, bars);
    for (int row = 0; row < bars.size(); row++) {
      double top = region.rowTop(row);
      if (row == selected) {
        region.paintSelection(pen, top);
      }
      paintWords(pen, columns, bars.get(row), top + ROW_HEIGHT / 2 + 4);
      paintBar(pen, columns, bars.get(row), new Full(scale, full), top);
    }
  }

  /// The scale of the bars.
  private record Full(BarScale scale, double probability) {

    double share(double of) {
      return Math.clamp(scale.share(of, probability), 0, 1);
    }
  }

  private void paintHeader(Pen pen, Columns columns, List<AnswerBar> bars) {
    double y = RowsPlot.HEADER_HEIGHT - 9;
    pen.setFont(PlotRegion.SMALL_WORDS);
    pen.setFill(region.paint(Ink.FAINT));
    pen.fillText("answer", columns.text(), y);
    if (columns.barWidth() > ROOM_FOR_WORDS) {
      paintLegend(pen, columns, bars, y);
    }
    pen.setFill(region.paint(Ink.FAINT));
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText("p %", columns.probability(), y);
    if (columns.hasCumulative()) {
      pen.fillText("cumul. %", columns.cumulative(), y);
    }
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private void paintLegend(Pen pen, Columns columns, List<AnswerBar> bars, double y) {
    pen.setFill(region.paint(Ink.BAR));
    pen.fillRoundRect(columns.bar(), y - 8, 12, 8, 3);
    pen.setFill(region.paint(Ink.FAINT));
    pen.fillText("model (τ = 1)", columns.bar() + 16, y);
    double x = columns.bar() + 108;
    double end = columns.bar() + columns.barWidth();
    if (bars.stream().anyMatch(AnswerBar::isBeginning) && x + 100 < end) {
      pen.setFill(region.paint(Ink.TAIL));
      pen.fillRoundRect(x, y - 8, 12, 8, 3);
      pen.setFill(region.paint(Ink.FAINT));
      pen.fillText("not expanded", x + 16, y);
      x += 106;
    }
    if (bars.stream().anyMatch(bar -> !Double.isNaN(bar.pinned())) && x + 56 < end) {
      pen.setFill(region.paint(Ink.GHOST));
      pen.fillRect(x, y - 3, 12, 3);
      pen.setFill(region.paint(Ink.FAINT));
      pen.fillText("pinned", x + 16, y);
    }
  }

  private void paintWords(Pen pen, Columns columns, AnswerBar bar, double baseline) {
    pen.setFont(PlotRegion.NUMBERS);
    var mark = mark(bar.kind());
    pen.setFill(region.paint(bar.kind() == AnswerBar.Kind.RIGHT ? Ink.NUCLEUS : Ink.SOFT));
    pen.fillText(mark, 4, baseline);
    TokenLabel.of(bar.label(), PlotRegion.NUMBERS, columns.textWidth())
        .paint(
            pen,
            columns.text(),
            baseline,
            region.paint(bar.isBeginning() ? Ink.SOFT : Ink.TEXT),
            region.paint(Ink.FAINT));
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.setFill(region.paint(bar.isBeginning() ? Ink.SOFT : Ink.TEXT));
    pen.fillText(Numbers.percent(bar.probability()), columns.probability(), baseline);
    pen.setFill(region.paint(Ink.SOFT));
    if (columns.hasCumulative() && !Double.isNaN(bar.cumulative())) {
      pen.fillText(Numbers.cumulativePercent(bar.cumulative()), columns.cumulative(), baseline);
    }
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private static String mark(AnswerBar.Kind kind) {
    return switch (kind) {
      case RIGHT -> "✓";
      case LABEL -> "•";
      case ANSWER, BEGINNING -> "";
    };
  }

  private void paintBar(Pen pen, Columns columns, AnswerBar bar, Full full, double rowTop) {
    double top = rowTop + (ROW_HEIGHT - BAR_HEIGHT) / 2;
    if (!Double.isNaN(bar.pinned())) {
      pen.setFill(region.paint(Ink.GHOST));
      double width = full.share(bar.pinned()) * columns.barWidth();
      pen.fillRect(columns.bar(), top + BAR_HEIGHT, width, GHOST_HEIGHT);
    }
    double filled = full.share(bar.probability()) * columns.barWidth();
    if (filled >= 0.2) {
      pen.setFill(region.paint(bar.isBeginning() ? Ink.TAIL : Ink.BAR));
      pen.fillRoundRect(columns.bar(), top, Math.max(1, filled), BAR_HEIGHT, Math.min(4, filled));
    }
  }
}
