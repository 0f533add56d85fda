package kelvin.ui.plot;

import java.util.function.IntFunction;
import javafx.scene.text.TextAlignment;
import kelvin.distribution.DrawHistogram;
import kelvin.ui.control.Numbers;
import org.jspecify.annotations.Nullable;

/// Bars for how often each token was drawn, with outlines for how often it was expected.
public final class DrawHistogramPlot extends PlotRegion {

  private static final double LABELS = 92;
  private static final double NUMBERS_WIDTH = 110;
  private static final double ROW = 20;
  private static final double BAR = 12;
  private static final int MAX_ROWS = 16;

  private @Nullable DrawHistogram histogram;
  private IntFunction<String> tokenAtRank = _ -> "";

  public DrawHistogramPlot() {
    super("draw-histogram-plot");
    setPrefSize(560, (MAX_ROWS + 1) * ROW);
    setMinSize(320, 6 * ROW);
  }

  /// @param tokenAtRank returns the text of the token at a rank, 1-based
  public void show(DrawHistogram histogram, IntFunction<String> tokenAtRank) {
    this.histogram = histogram;
    this.tokenAtRank = tokenAtRank;
    setAccessibleText(
        histogram.bins().size() + " bars of how often a token was drawn of " + histogram.draws());
    repaint();
  }

  @Override
  protected void paint(Pen graphics, double width, double height) {
    var shown = histogram;
    if (shown == null) {
      return;
    }
    int room = Math.max(1, (int) (height / ROW) - 1);
    int rows = Math.min(room, shown.bins().size());
    double full =
        shown.bins().stream()
            .limit(rows)
            .mapToDouble(bin -> Math.max((double) bin.observed(), bin.expected()))
            .max()
            .orElse(1);
    for (int row = 0; row < rows; row++) {
      paintRow(graphics, shown.bins().get(row), row * ROW, width, full);
    }
    int rest = shown.bins().size() - rows;
    if (rest > 0) {
      graphics.setFont(SMALL_WORDS);
      graphics.setFill(paint(Ink.FAINT));
      graphics.fillText("and " + rest + " bars more, which count too", LABELS, rows * ROW + 14);
    }
  }

  private void paintRow(
      Pen graphics, DrawHistogram.Bin bin, double top, double width, double full) {
    double baseline = top + ROW / 2 + 4;
    graphics.setFont(NUMBERS);
    graphics.setFill(paint(Ink.TEXT));
    if (bin.firstRank() == bin.lastRank()) {
      TokenLabel.of(tokenAtRank.apply(bin.firstRank()), NUMBERS, LABELS - 8)
          .paint(graphics, 0, baseline, paint(Ink.TEXT), paint(Ink.FAINT));
    } else {
      graphics.setFont(WORDS);
      graphics.fillText("ranks " + bin.firstRank() + " on", 0, baseline);
    }
    double fullLength = width - LABELS - NUMBERS_WIDTH;
    double barTop = top + (ROW - BAR) / 2;
    graphics.setFill(paint(Ink.BAR));
    graphics.fillRoundRect(LABELS, barTop, fullLength * (double) bin.observed() / full, BAR, 4);
    graphics.setStroke(paint(Ink.TEXT));
    graphics.setLineWidth(1);
    double expected = Math.max(1, Math.round(fullLength * bin.expected() / full));
    graphics.strokeRoundRect(LABELS + 0.5, barTop + 0.5, expected - 1, BAR - 1, 4);
    graphics.setFont(SMALL_NUMBERS);
    graphics.setFill(paint(Ink.SOFT));
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.fillText(
        bin.observed() + " (" + Numbers.threeDigits(bin.expected()) + ")", width - 2, baseline);
    graphics.setTextAlign(TextAlignment.LEFT);
  }
}
