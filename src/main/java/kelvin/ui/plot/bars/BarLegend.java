package kelvin.ui.plot.bars;

import java.util.List;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.placement.TextSize;

/// The legend above the bars: a sample and a name for each mark in use, as far as there is room.
final class BarLegend {

  private static final double SAMPLE = 12;
  private static final double GAP = 10;

  private BarLegend() {}

  /// The marks of a bar.
  enum Mark {
    FILLED("at τ"),
    OWN("model (τ = 1)"),
    LAST("final"),
    GHOST("pinned");

    private final String word;

    Mark(String word) {
      this.word = word;
    }
  }

  static void paint(Pen pen, PlotRegion region, BarColumns columns, List<Mark> marks, double y) {
    double x = columns.bar();
    double end = columns.bar() + columns.barWidth();
    pen.setFont(PlotRegion.SMALL_WORDS);
    for (int i = 0; i < marks.size(); i++) {
      var mark = marks.get(i);
      double width = SAMPLE + 4 + TextSize.width(mark.word, PlotRegion.SMALL_WORDS);
      if (x + width <= end) {
        sample(pen, region, mark, x, y);
        pen.setFill(region.paint(Ink.FAINT));
        pen.fillText(mark.word, x + SAMPLE + 4, y);
        x += width + GAP;
      }
    }
  }

  private static void sample(Pen pen, PlotRegion region, Mark mark, double x, double baseline) {
    double top = baseline - 8;
    switch (mark) {
      case FILLED -> {
        pen.setFill(region.paint(Ink.BAR));
        pen.fillRoundRect(x, top, SAMPLE, 8, 3);
      }
      case OWN -> {
        pen.setStroke(region.paint(Ink.OUTLINE));
        pen.setLineWidth(1);
        pen.strokeRoundRect(PlotRegion.crisp(x), top + 0.5, SAMPLE - 1, 7, 3);
      }
      case LAST -> {
        double middle = PlotRegion.crisp(top + 4);
        double stop = PlotRegion.crisp(x + SAMPLE - 1);
        pen.setStroke(region.paint(Ink.NUCLEUS));
        pen.setLineWidth(1);
        pen.strokeLine(x, middle, stop, middle);
        pen.setLineWidth(1.5);
        pen.strokeLine(stop, top, stop, top + 8);
      }
      case GHOST -> {
        pen.setFill(region.paint(Ink.GHOST));
        pen.fillRect(x, top + 5, SAMPLE, 3);
      }
    }
  }
}
