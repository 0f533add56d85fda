package kelvin.ui.plot.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kelvin.experiment.measure.Reliability;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PointPlot;
import kelvin.ui.plot.axis.LinearAxis;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.TextSize;

/// The reliability diagram: for each tenth of the share, how often the choice was right. On the
/// diagonal the decisions are as sure as they are right; below it they are too sure. A strip below
/// shows how many items each tenth has.
public final class ReliabilityPlot extends PointPlot {

  private static final double STRIP = 34;
  private static final double STRIP_GAP = 6;
  private static final double NUMBER = 13;
  private static final double RADIUS = 4;

  private ReliabilityPicture picture = ReliabilityPicture.EMPTY;

  public ReliabilityPlot() {
    super("reliability-plot");
    setMinSize(240, 190);
    setPrefSize(420, 340);
    pointsChanged();
  }

  public void show(ReliabilityPicture shown) {
    picture = shown;
    pointsChanged();
  }

  /// The bin of a point, 0-based: the items whose share lies in that tenth.
  public int binOf(int point) {
    return picture.bins().get(point);
  }

  @Override
  protected int count() {
    return picture.bins().size();
  }

  @Override
  protected int pointAt(double x, double y) {
    var area = frame(getWidth(), getHeight()).area();
    if (x < area.left() || x > area.right()) {
      return -1;
    }
    double part = frame(getWidth(), getHeight()).partAcross(x);
    return picture.bins().indexOf(Math.min(Reliability.BINS - 1, (int) (part * Reliability.BINS)));
  }

  @Override
  protected String wordsOf(int point) {
    return picture.wordsOf(binOf(point));
  }

  @Override
  protected String summary() {
    return count() == 0 ? "Reliability diagram without items" : picture.summary();
  }

  private static Frame frame(double width, double height) {
    var area =
        new Box(
            Frame.LEFT, Frame.TOP, width - Frame.RIGHT, height - Frame.BOTTOM - STRIP - STRIP_GAP);
    return new Frame(area, LinearAxis.WHOLE, LinearAxis.WHOLE);
  }

  private Ink ink(int series) {
    return series < picture.series().size() - 1 ? Ink.GHOST : Ink.BAR;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (count() == 0) {
      FramePainter.paintNothing(this, pen, "No item has a choice.", width, height);
      return;
    }
    var frame = frame(width, height);
    var around = new FramePainter(this, pen, width, height);
    paintPointed(pen, frame, height);
    var keys = new ArrayList<FramePainter.Key>();
    for (int i = 0; i < picture.series().size(); i++) {
      var series = picture.series().get(i);
      var error = Numbers.probability(series.reliability().error());
      var shorter = series.name().isEmpty() ? "ECE " : series.name() + " ";
      keys.add(FramePainter.Key.of(ink(i), series.error(), shorter + error, error));
    }
    around.head(List.of("share of right choices", "right"), keys);
    around.up(frame);
    around.across(frame.across(), frame.area(), height - Frame.BOTTOM);
    around.foot(List.of("share of the chosen label", "share"), frame);
    paintDiagonal(pen, frame);
    for (int i = 0; i < picture.series().size(); i++) {
      paintSeries(pen, frame, i);
    }
    paintCounts(pen, frame, around, height);
    paintCalibrated(pen, frame, around);
  }

  private void paintPointed(Pen pen, Frame frame, double height) {
    if (pointed() >= 0) {
      double from = frame.x(binOf(pointed()) / 10.0);
      double to = frame.x((binOf(pointed()) + 1) / 10.0);
      pen.setFill(paint(Ink.SELECTION));
      double top = frame.area().top();
      pen.fillRect(from, top, to - from, height - Frame.BOTTOM - top);
    }
  }

  private void paintDiagonal(Pen pen, Frame frame) {
    pen.setStroke(paint(Ink.OUTLINE));
    pen.setLineWidth(1.2);
    pen.setDashes(4, 4);
    pen.strokeLine(frame.x(0), frame.y(0), frame.x(1), frame.y(1));
    pen.setSolid();
  }

  /// Paints a dot for each bin, a line that leads from one to the next, and the interval of chance.
  private void paintSeries(Pen pen, Frame frame, int index) {
    var ink = paint(ink(index));
    var bins =
        picture.series().get(index).reliability().bins().stream()
            .filter(bin -> bin.count() > 0)
            .toList();
    pen.setStroke(ink);
    pen.setFill(ink);
    pen.setGlobalAlpha(0.45);
    pen.setLineWidth(1.5);
    for (var bin : bins) {
      var interval = bin.accuracy().interval();
      double x = frame.x(bin.confidence());
      pen.strokeLine(x, frame.y(interval.low()), x, frame.y(interval.high()));
    }
    pen.setGlobalAlpha(1);
    pen.setLineWidth(2);
    for (int i = 1; i < bins.size(); i++) {
      var from = bins.get(i - 1);
      var to = bins.get(i);
      pen.strokeLine(
          frame.x(from.confidence()),
          frame.y(from.accuracy().value()),
          frame.x(to.confidence()),
          frame.y(to.accuracy().value()));
    }
    for (var bin : bins) {
      paintDot(pen, index, frame.x(bin.confidence()), frame.y(bin.accuracy().value()));
    }
  }

  /// The dots of two series differ in shape too, for eyes that do not tell their colours apart.
  private void paintDot(Pen pen, int series, double x, double y) {
    if (ink(series) == Ink.BAR) {
      pen.fillCircle(x, y, RADIUS);
    } else {
      pen.fillRoundRect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS, 2);
    }
  }

  /// A bar and its number for each bin that has items.
  private record CountBar(int series, int count, double left, double width) {

    double middle() {
      return left + width / 2;
    }
  }

  private void paintCounts(Pen pen, Frame frame, FramePainter around, double height) {
    double base = height - Frame.BOTTOM;
    pen.setStroke(paint(Ink.HAIRLINE));
    pen.setLineWidth(1);
    pen.strokeLine(frame.area().left(), crisp(base), frame.area().right(), crisp(base));
    double full = STRIP - NUMBER;
    var bars = countBars(frame);
    for (var bar : bars) {
      pen.setFill(paint(ink(bar.series())));
      double high = Math.max(1, full * bar.count() / picture.most());
      pen.fillRect(bar.left(), base - high, bar.width(), high);
    }
    pen.setFill(paint(Ink.FAINT));
    around
        .places()
        .place("items", SMALL_WORDS, List.of(Spot.rightAt(frame.area().left() - 8, base - 1)))
        .ifPresent(pen::write);
    pen.setFill(paint(Ink.SOFT));
    bars.stream()
        .sorted(Comparator.comparingInt(bar -> -bar.count()))
        .forEach(
            bar -> {
              double high = Math.max(1, full * bar.count() / picture.most());
              around
                  .places()
                  .place(
                      Numbers.count(bar.count()),
                      SMALL_NUMBERS,
                      List.of(Spot.centredAt(bar.middle(), base - high - 3)))
                  .ifPresent(pen::write);
            });
  }

  private List<CountBar> countBars(Frame frame) {
    var bars = new ArrayList<CountBar>();
    int series = picture.series().size();
    for (int bin = 0; bin < Reliability.BINS; bin++) {
      double from = frame.x(bin / 10.0) + 2;
      double wide = (frame.x((bin + 1) / 10.0) - 2 - from) / series;
      for (int i = 0; i < series; i++) {
        int count = picture.series().get(i).reliability().bins().get(bin).count();
        if (count > 0) {
          bars.add(new CountBar(i, count, from + i * wide, Math.max(1, wide - (series - 1 - i))));
        }
      }
    }
    return bars;
  }

  /// Paints the name of the diagonal where no dot and no line is.
  private void paintCalibrated(Pen pen, Frame frame, FramePainter around) {
    var places = around.places();
    var free = places.copy();
    for (var series : picture.series()) {
      double lastX = Double.NaN;
      double lastY = Double.NaN;
      for (var bin : series.reliability().bins()) {
        if (bin.count() > 0) {
          double x = frame.x(bin.confidence());
          double y = frame.y(bin.accuracy().value());
          free.take(new Box(x - 6, y - 6, x + 6, y + 6));
          var interval = bin.accuracy().interval();
          free.avoidLine(x, frame.y(interval.low()), x, frame.y(interval.high()));
          if (!Double.isNaN(lastX)) {
            free.avoidLine(lastX, lastY, x, y);
          }
          lastX = x;
          lastY = y;
        }
      }
    }
    free.avoidLine(frame.x(0), frame.y(0), frame.x(1), frame.y(1));
    for (double tick : frame.up().ticks()) {
      free.avoidLine(frame.area().left(), frame.y(tick), frame.area().right(), frame.y(tick));
    }
    double room = TextSize.width("as sure as right", SMALL_WORDS) + 12;
    var spots = new ArrayList<Spot>();
    for (double at : new double[] {0.3, 0.4, 0.2, 0.5, 0.6, 0.15, 0.7, 0.8, 0.35, 0.45}) {
      if (frame.x(at) - room > frame.area().left()) {
        spots.add(Spot.rightAt(frame.x(at) - 6, frame.y(at) - 4));
      }
      spots.add(Spot.leftAt(frame.x(at) + 8, frame.y(at) + 12));
    }
    pen.setFill(paint(Ink.FAINT));
    free.place("as sure as right", SMALL_WORDS, spots)
        .filter(label -> !label.struck())
        .ifPresent(pen::write);
  }
}
