package kelvin.ui.plot.pair;

import java.util.List;
import javafx.scene.text.TextAlignment;
import kelvin.display.BarScale;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.RowsPlot;
import kelvin.ui.plot.TokenLabel;

/// Paints the rows of `PairBars`. A has the colour of the side that a difference comes from, B that
/// of the side that it leads to, as in the difference of the next token.
final class PairBarsPainter {

  static final double ROW_HEIGHT = 28;
  private static final double BAR_HEIGHT = 8;
  private static final double MARK = 20;
  private static final double NUMBER = 72;
  private static final double GAP = 14;
  private static final double MIN_TEXT = 72;
  private static final double MAX_TEXT = 0.3;
  private static final double MIN_BAR = 20;
  private static final double EDGE = 6;

  /// The least width that has room for all columns.
  static final double MIN_WIDTH = MARK + MIN_TEXT + 3 * NUMBER + GAP + MIN_BAR + EDGE;

  private static final double ROOM_FOR_WORDS = 110;

  private final PairBars region;

  /// The content to paint.
  record Picture(List<PairBar> bars, String what, PairBars.Names names, BarScale scale) {}

  /// The positions of the columns.
  ///
  /// @param a right edge
  /// @param b right edge
  /// @param change right edge
  /// @param bar left edge
  private record Columns(
      double textWidth, double a, double b, double change, double bar, double barWidth) {

    static Columns of(double width, double longest) {
      double room = width - MARK - 3 * NUMBER - GAP - MIN_BAR - EDGE;
      double most = Math.min(MAX_TEXT * width, room);
      double text = Math.max(MIN_TEXT, Math.min(longest + 4, most));
      double a = MARK + text + NUMBER;
      double b = a + NUMBER;
      double change = b + NUMBER;
      double bar = change + GAP;
      return new Columns(text, a, b, change, bar, Math.max(MIN_BAR, width - EDGE - bar));
    }
  }

  PairBarsPainter(PairBars region) {
    this.region = region;
  }

  void paint(Pen pen, Picture picture) {
    if (picture.bars().isEmpty()) {
      return;
    }
    double maxText = MAX_TEXT * region.getWidth();
    double longest =
        picture.bars().stream()
            .mapToDouble(bar -> TokenLabel.of(bar.text(), PlotRegion.NUMBERS, maxText).width())
            .max()
            .orElse(0);
    var columns = Columns.of(region.getWidth(), longest);
    paintHeader(pen, columns, picture);
    for (int row = 0; row < picture.bars().size(); row++) {
      double top = region.rowTop(row);
      if (row == region.selectedProperty().get()) {
        region.paintSelection(pen, top);
      }
      var bar = picture.bars().get(row);
      paintWords(pen, columns, bar, top + ROW_HEIGHT / 2 + 4);
      paintBars(pen, columns, bar, picture.scale(), top);
    }
  }

  private void paintHeader(Pen pen, Columns columns, Picture picture) {
    var names = picture.names();
    double y = RowsPlot.HEADER_HEIGHT - 9;
    pen.setFont(PlotRegion.SMALL_WORDS);
    pen.setFill(region.paint(Ink.FAINT));
    pen.fillText(picture.what(), MARK, y);
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText(names.a() + " %", columns.a(), y);
    pen.fillText(names.b() + " %", columns.b(), y);
    pen.fillText("change", columns.change(), y);
    pen.setTextAlign(TextAlignment.LEFT);
    if (columns.barWidth() > ROOM_FOR_WORDS) {
      pen.setFill(region.paint(Ink.GHOST));
      pen.fillRoundRect(columns.bar(), y - 8, 12, 8, 3);
      pen.setFill(region.paint(Ink.BAR));
      double second = columns.bar() + 34 + width(names.a());
      pen.fillRoundRect(second, y - 8, 12, 8, 3);
      pen.setFill(region.paint(Ink.FAINT));
      pen.fillText(names.a(), columns.bar() + 16, y);
      pen.fillText(names.b(), second + 16, y);
    }
  }

  private static double width(String word) {
    return TokenLabel.of(word, PlotRegion.SMALL_WORDS, ROOM_FOR_WORDS).width();
  }

  private void paintWords(Pen pen, Columns columns, PairBar bar, double baseline) {
    boolean isRest = bar.kind() == PairBar.Kind.REST;
    pen.setFont(isRest ? PlotRegion.WORDS : PlotRegion.NUMBERS);
    pen.setFill(region.paint(bar.kind() == PairBar.Kind.RIGHT ? Ink.NUCLEUS : Ink.SOFT));
    pen.fillText(mark(bar.kind()), 4, baseline);
    if (isRest) {
      pen.fillText(bar.text(), MARK, baseline);
    } else {
      TokenLabel.of(bar.text(), PlotRegion.NUMBERS, columns.textWidth())
          .paint(pen, MARK, baseline, region.paint(Ink.TEXT), region.paint(Ink.FAINT));
    }
    pen.setFont(PlotRegion.NUMBERS);
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.setFill(region.paint(isRest ? Ink.SOFT : Ink.TEXT));
    pen.fillText(PairBar.percent(bar.a()), columns.a(), baseline);
    pen.fillText(PairBar.percent(bar.b()), columns.b(), baseline);
    pen.setFill(region.paint(bar.isSame() || !bar.isKnown() ? Ink.FAINT : Ink.TEXT));
    pen.fillText(bar.changeText(), columns.change(), baseline);
    pen.setTextAlign(TextAlignment.LEFT);
  }

  private static String mark(PairBar.Kind kind) {
    return switch (kind) {
      case RIGHT -> "✓";
      case LABEL -> "•";
      case PLAIN, REST -> "";
    };
  }

  private void paintBars(Pen pen, Columns columns, PairBar bar, BarScale scale, double rowTop) {
    double top = rowTop + ROW_HEIGHT / 2 - BAR_HEIGHT - 0.5;
    paintBar(pen, columns, share(bar.a(), scale), top, Ink.GHOST);
    paintBar(pen, columns, share(bar.b(), scale), top + BAR_HEIGHT + 1, Ink.BAR);
  }

  private static double share(double probability, BarScale scale) {
    return Double.isNaN(probability) ? 0 : Math.clamp(scale.share(probability, 1), 0, 1);
  }

  private void paintBar(Pen pen, Columns columns, double share, double top, Ink ink) {
    double filled = share * columns.barWidth();
    if (filled >= 0.2) {
      pen.setFill(region.paint(ink));
      pen.fillRoundRect(columns.bar(), top, Math.max(1, filled), BAR_HEIGHT, Math.min(3, filled));
    }
  }
}
