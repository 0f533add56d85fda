package kelvin.ui.plot.evaluation;

import java.util.List;
import kelvin.ui.plot.Pen;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.PlotRegion.Ink;
import kelvin.ui.plot.axis.ValueAxis;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;
import kelvin.ui.plot.placement.TextSize;

/// Paints what surrounds the data of a plot: lines, numbers, words and keys. Every label gets its
/// place from the same `Places`.
final class FramePainter {

  private static final double HEAD = 12;
  private static final double SAMPLE = 9;
  private static final double KEY_GAP = 12;

  /// Closer to an edge, a number is moved inward where it would be cut off.
  private static final double MARGIN = 24;

  private final PlotRegion region;
  private final Pen pen;
  private final double width;
  private final double height;
  private final Places places;

  FramePainter(PlotRegion region, Pen pen, double width, double height) {
    this.region = region;
    this.pen = pen;
    this.width = width;
    this.height = height;
    places = new Places(Box.of(width, height));
  }

  /// A word of the legend with a sample of its colour.
  ///
  /// @param texts the text and its shorter forms, the longest first
  record Key(Ink ink, List<String> texts) {

    static Key of(Ink ink, String... texts) {
      return new Key(ink, List.of(texts));
    }

    String text(int form) {
      return texts.get(Math.min(form, texts.size() - 1));
    }
  }

  /// The places of the labels, for those of the data.
  Places places() {
    return places;
  }

  /// Paints a sentence in the place of a plot without data.
  static void paintNothing(
      PlotRegion region, Pen pen, String sentence, double width, double height) {
    pen.setFill(region.paint(Ink.SOFT));
    new Places(Box.of(width, height))
        .place(
            List.of(sentence, TextSize.shortened(sentence, PlotRegion.WORDS, width - 8)),
            PlotRegion.WORDS,
            List.of(Spot.centredAt(width / 2, height / 2 + 4)))
        .ifPresent(pen::write);
  }

  /// Paints the words above the plot: what the upward axis is, and the keys at the right end. Keys
  /// that have no room get shorter together.
  void head(List<String> unit, List<Key> keys) {
    int form = 0;
    int shortest = keys.stream().mapToInt(key -> key.texts().size()).max().orElse(1) - 1;
    while (form < shortest && widthOf(keys, form) > width) {
      form++;
    }
    double right = width - 2;
    for (var key : keys.reversed()) {
      double left = right - widthOf(key, form);
      if (left >= 0) {
        pen.setFill(region.paint(key.ink()));
        pen.fillRoundRect(left, HEAD - SAMPLE + 0.5, SAMPLE, SAMPLE, 4);
        pen.setFill(region.paint(Ink.SOFT));
        places
            .place(key.text(form), PlotRegion.SMALL_WORDS, List.of(Spot.rightAt(right, HEAD)))
            .ifPresent(pen::write);
        places.take(new Box(left, 0, right, HEAD + 3));
        right = left - KEY_GAP;
      }
    }
    pen.setFill(region.paint(Ink.FAINT));
    words(unit, Spot.leftAt(0, HEAD), right);
  }

  private static double widthOf(List<Key> keys, int form) {
    return keys.stream().mapToDouble(key -> widthOf(key, form) + KEY_GAP).sum();
  }

  private static double widthOf(Key key, int form) {
    return SAMPLE + 5 + TextSize.width(key.text(form), PlotRegion.SMALL_WORDS);
  }

  /// Paints the words about the axis across, below its numbers.
  void foot(List<String> unit, Frame frame) {
    pen.setFill(region.paint(Ink.FAINT));
    words(unit, Spot.leftAt(frame.area().left(), height - 3), width);
  }

  private void words(List<String> texts, Spot spot, double end) {
    var font = PlotRegion.SMALL_WORDS;
    var fitting = TextSize.fitting(texts, font, end - spot.x() - 2);
    if (!fitting.isEmpty()) {
      places.place(fitting, font, List.of(spot)).ifPresent(pen::write);
    }
  }

  /// Paints a line and a number for each mark of the axis on the left.
  void up(Frame frame) {
    pen.setLineWidth(1);
    pen.setStroke(region.paint(Ink.HAIRLINE));
    for (double tick : frame.up().ticks()) {
      double y = PlotRegion.crisp(frame.y(tick));
      pen.strokeLine(frame.area().left(), y, frame.area().right(), y);
    }
    pen.setFill(region.paint(Ink.FAINT));
    for (double tick : frame.up().ticks()) {
      var spot = Spot.rightAt(frame.area().left() - 8, PlotRegion.crisp(frame.y(tick)) + 4);
      places
          .place(frame.up().label(tick), PlotRegion.SMALL_NUMBERS, List.of(spot))
          .ifPresent(pen::write);
    }
  }

  /// Paints a number for each mark of the axis across, and the mark below an edge.
  ///
  /// @param edge the height at which the marks hang
  void across(ValueAxis axis, Box area, double edge) {
    var frame = new Frame(area, axis, axis);
    pen.setLineWidth(1);
    pen.setStroke(region.paint(Ink.HAIRLINE));
    for (double tick : axis.ticks()) {
      double x = PlotRegion.crisp(frame.x(tick));
      pen.strokeLine(x, edge, x, edge + 4);
    }
    pen.setFill(region.paint(Ink.FAINT));
    for (double tick : axis.ticks()) {
      double x = frame.x(tick);
      double baseline = edge + 16;
      var spots =
          List.of(
              Spot.centredAt(x, baseline),
              x > width / 2 ? Spot.rightAt(width, baseline) : Spot.leftAt(0, baseline));
      boolean atEnd = x < MARGIN || x > width - MARGIN;
      places
          .place(axis.label(tick), PlotRegion.SMALL_NUMBERS, atEnd ? spots : spots.subList(0, 1))
          .ifPresent(pen::write);
    }
  }
}
