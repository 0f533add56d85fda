package kelvin.ui.plot.bars;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;

/// A thin bar for all of the probability: what complete answers hold is filled.
public final class CoverageBar extends PlotRegion {

  private static final double HEIGHT = 6;

  private final DoubleProperty covered = new SimpleDoubleProperty(this, "covered");

  public CoverageBar() {
    super("coverage-bar");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    covered.subscribe(_ -> repaint());
  }

  /// The probability of complete answers, 0 to 1.
  public DoubleProperty coveredProperty() {
    return covered;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    pen.setFill(paint(Ink.TAIL));
    pen.fillRoundRect(0, 0, width, height, height);
    double filled = covered.get() * width;
    if (filled >= 1) {
      pen.setFill(paint(Ink.BAR));
      pen.fillRoundRect(0, 0, filled, height, Math.min(height, filled));
    }
  }
}
