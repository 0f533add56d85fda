package kelvin.ui.plot;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A small plot of the effect of a stage: kept mass as a filled area, removed mass in grey, the
/// input as a line.
public final class StageSparkline extends PlotRegion {

  private static final double HEIGHT = 24;

  private final ObjectProperty<@Nullable StageCurve> curve =
      new SimpleObjectProperty<>(this, "curve");

  public StageSparkline() {
    super("stage-sparkline");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    curve.addListener(_ -> repaint());
  }

  public ObjectProperty<@Nullable StageCurve> curveProperty() {
    return curve;
  }

  @Override
  protected void paint(Pen graphics, double width, double height) {
    var shown = curve.get();
    if (shown == null) {
      return;
    }
    double base = height - 1;
    double room = height - 3;
    double step = width / StageCurve.POINTS;
    for (int point = 0; point < StageCurve.POINTS; point++) {
      boolean removed = shown.isRemoved(point);
      double share = removed ? shown.seen(point) : shown.left(point);
      // Aligned with whole pixels, so that no seams show between the samples.
      double left = Math.floor(point * step);
      graphics.setFill(paint(removed ? Ink.REMOVED : Ink.BAR));
      graphics.fillRect(
          left, base - share * room, Math.floor((point + 1) * step) - left, share * room);
    }
    paintSeen(graphics, shown, base, room, step);
    graphics.setStroke(paint(Ink.HAIRLINE));
    graphics.strokeLine(0, crisp(base), width, crisp(base));
  }

  private void paintSeen(Pen graphics, StageCurve shown, double base, double room, double step) {
    graphics.setStroke(paint(Ink.OUTLINE));
    graphics.setLineWidth(1);
    graphics.beginPath();
    graphics.moveTo(0, base - shown.seen(0) * room);
    for (int point = 0; point < StageCurve.POINTS; point++) {
      double y = base - shown.seen(point) * room;
      graphics.lineTo(point * step, y);
      graphics.lineTo((point + 1) * step, y);
    }
    graphics.stroke();
  }
}
