package kelvin.ui.control;

import javafx.scene.text.TextAlignment;
import kelvin.ui.control.PlotRegion.Ink;

/// Paints the rows of `TokenBars`.
final class BarsPainter {

  static final double ROW_HEIGHT = 22;
  private static final double HEADER_HEIGHT = 24;
  private static final double TAIL_HEIGHT = 2 * ROW_HEIGHT + 6;
  private static final double BAR_HEIGHT = 14;
  private static final double FADED = 0.42;
  private static final double LEAST_OUTLINE = 4;

  /// A log bar ends at 10⁻⁶.
  private static final double DECADES = 6;

  private final PlotRegion region;
  private final Pen graphics;
  private final DistributionPicture picture;
  private final BarColumns columns;
  private final BarScale scale;

  /// The rows under the mouse and under the keyboard; 0 for none.
  record Pointer(int hovered, int keyboard) {}

  BarsPainter(TokenBars region, Pen graphics, DistributionPicture picture, BarColumns columns) {
    this.region = region;
    this.graphics = graphics;
    this.picture = picture;
    this.columns = columns;
    scale = region.scaleProperty().get();
  }

  static int rowsIn(double height) {
    return Math.max(1, (int) ((height - HEADER_HEIGHT - TAIL_HEIGHT) / ROW_HEIGHT));
  }

  /// The height at which this many rows fit.
  static double heightOf(int rows) {
    return HEADER_HEIGHT + rows * ROW_HEIGHT + TAIL_HEIGHT;
  }

  static double rowTop(int row) {
    return HEADER_HEIGHT + row * ROW_HEIGHT;
  }

  static int rowAt(double y) {
    return (int) Math.floor((y - HEADER_HEIGHT) / ROW_HEIGHT);
  }

  /// What a screen reader says of the whole picture.
  static String summary(DistributionPicture picture) {
    var text = new StringBuilder("Next token: ");
    for (int rank = 1; rank <= Math.min(5, picture.count()); rank++) {
      text.append(describe(picture, rank)).append("; ");
    }
    return text.append("and ")
        .append(Numbers.count(picture.count()))
        .append(" tokens in all")
        .toString();
  }

  static String describe(DistributionPicture picture, int rank) {
    var distribution = picture.distribution();
    var removed = RemovalReason.of(distribution, rank).map(reason -> ", removed by " + reason);
    return picture.textAtRank(rank)
        + ", rank "
        + rank
        + ", "
        + Numbers.percent(distribution.scaled().probability(rank))
        + " percent"
        + removed.orElse("");
  }

  void paint(double height, int firstRank, Pointer pointer) {
    int rows = Math.min(rowsIn(height), picture.count() - firstRank + 1);
    int lastRank = firstRank + rows - 1;
    double full = fullBar(firstRank);
    paintHeader();
    for (int rank = firstRank; rank <= lastRank; rank++) {
      paintRow(rank, rowTop(rank - firstRank), full, pointer);
    }
    int kept = picture.lastKept();
    if (kept >= firstRank && kept < lastRank) {
      paintCut(rowTop(kept - firstRank + 1));
    }
    paintTail(lastRank, rowTop(rows) + 6, full);
  }

  /// The probability that a full bar stands for.
  private double fullBar(int firstRank) {
    if (scale != BarScale.LARGEST) {
      return 1;
    }
    double largest =
        Math.max(
            picture.distribution().scaled().probability(firstRank),
            picture.own().probability(firstRank));
    return largest > 0 ? largest : 1;
  }

  /// How much of a full bar stands for this probability.
  private double share(double probability, double full) {
    return scale == BarScale.LOGARITHMIC
        ? Math.max(0, 1 + Math.log10(probability) / DECADES)
        : probability / full;
  }

  private void paintHeader() {
    double y = HEADER_HEIGHT - 9;
    graphics.setFont(PlotRegion.SMALL_WORDS);
    graphics.setFill(region.paint(Ink.FAINT));
    left("token", columns.token(), y);
    if (!Double.isNaN(columns.logit())) {
      right("logit", columns.logit(), y);
    }
    right("probability", columns.percent() + 12, y);
    right("Σ %", columns.cumulative(), y);
  }

  private void paintRow(int rank, double top, double full, Pointer pointer) {
    var distribution = picture.distribution();
    boolean kept = distribution.isKept(rank);
    boolean marked = picture.markedRank().orElse(0) == rank;
    double baseline = top + ROW_HEIGHT / 2 + 4;
    if (marked || rank == pointer.hovered() || rank == pointer.keyboard()) {
      graphics.setFill(region.paint(Ink.SELECTION));
      graphics.fillRoundRect(0, top, region.getWidth(), ROW_HEIGHT, 8);
    }
    graphics.setGlobalAlpha(kept ? 1 : FADED);
    graphics.setFont(PlotRegion.NUMBERS);
    graphics.setFill(region.paint(Ink.FAINT));
    right(Numbers.count(rank), columns.rank(), baseline);
    graphics.setFill(region.paint(Ink.TEXT));
    TokenTextPainter.paint(
        graphics,
        picture.textAtRank(rank),
        columns.token(),
        baseline,
        columns.tokenWidth(),
        region.paint(Ink.FAINT));
    paintNumbers(rank, baseline);
    paintBar(rank, top + (ROW_HEIGHT - BAR_HEIGHT) / 2, full);
    graphics.setGlobalAlpha(1);
    paintNote(rank, marked, baseline);
    if (rank == pointer.keyboard()) {
      graphics.setStroke(region.paint(Ink.BAR));
      graphics.setLineWidth(1);
      graphics.strokeRoundRect(0.5, top + 0.5, region.getWidth() - 1, ROW_HEIGHT - 1, 8);
    }
  }

  private void paintNumbers(int rank, double baseline) {
    var distribution = picture.distribution();
    if (!Double.isNaN(columns.logit())) {
      graphics.setFill(region.paint(Ink.SOFT));
      right(Numbers.twoDecimals(picture.own().logits().atRank(rank)), columns.logit(), baseline);
    }
    graphics.setFill(region.paint(Ink.TEXT));
    right(Numbers.percent(distribution.scaled().probability(rank)), columns.percent(), baseline);
    graphics.setFill(region.paint(Ink.FAINT));
    left("%", columns.percent() + 4, baseline);
    graphics.setFill(region.paint(Ink.SOFT));
    right(Numbers.cumulativePercent(distribution.cumulative(rank)), columns.cumulative(), baseline);
  }

  private void paintBar(int rank, double top, double full) {
    double filled = share(picture.distribution().scaled().probability(rank), full);
    double own = share(picture.own().probability(rank), full);
    graphics.setFill(region.paint(Ink.BAR));
    fillBar(top, filled);
    graphics.setStroke(region.paint(Ink.OUTLINE));
    graphics.setLineWidth(1);
    double width = Math.round(Math.min(1, own) * columns.barWidth());
    // Over a sliver an outline would hide the fill.
    if (width >= LEAST_OUTLINE) {
      graphics.strokeRoundRect(columns.bar() + 0.5, top + 0.5, width - 1, BAR_HEIGHT - 1, 4);
    }
  }

  private void fillBar(double top, double share) {
    double width = Math.min(1, share) * columns.barWidth();
    if (width >= 0.2) {
      double radius = Math.min(4, width);
      graphics.fillRoundRect(columns.bar(), top, Math.max(1, width), BAR_HEIGHT, radius);
    }
  }

  private void paintNote(int rank, boolean marked, double baseline) {
    graphics.setFont(PlotRegion.SMALL_WORDS);
    if (marked) {
      graphics.setFill(region.paint(Ink.DRAW));
      left("◂ " + picture.mark(), columns.note(), baseline);
    } else {
      picture
          .distribution()
          .removedBy(rank)
          .ifPresent(
              stage -> {
                graphics.setFill(region.paint(Ink.FAINT));
                left(stage.name(), columns.note(), baseline);
              });
    }
  }

  /// The line between what can be drawn and what was removed.
  private void paintCut(double y) {
    graphics.setStroke(region.paint(Ink.NUCLEUS));
    graphics.setLineWidth(1);
    graphics.strokeLine(
        columns.token(), PlotRegion.crisp(y), columns.cumulative(), PlotRegion.crisp(y));
  }

  /// Two rows for all that has none: what is still kept, and what was removed.
  private void paintTail(int lastRank, double top, double full) {
    var distribution = picture.distribution();
    int kept = picture.lastKept();
    int lastShownKept = Math.min(lastRank, kept);
    var scaled = distribution.scaled();
    int moreKept = kept - lastShownKept;
    double keptMass = scaled.tailMass(lastShownKept) - scaled.tailMass(kept);
    int removedFrom = Math.max(lastRank, kept);
    int moreRemoved = picture.count() - removedFrom;
    tailRow(
        moreKept == 0 ? "no more kept" : "+ " + Numbers.count(moreKept) + " kept",
        moreKept == 0 ? 0 : keptMass,
        Ink.TAIL,
        top,
        full);
    boolean any = kept < picture.count();
    tailRow(
        any ? "+ " + Numbers.count(moreRemoved) + " removed" : "none removed",
        any ? scaled.tailMass(removedFrom) : 0,
        Ink.REMOVED,
        top + ROW_HEIGHT,
        full);
  }

  private void tailRow(String label, double mass, Ink ink, double top, double full) {
    double baseline = top + ROW_HEIGHT / 2 + 4;
    graphics.setFont(PlotRegion.WORDS);
    graphics.setFill(region.paint(Ink.SOFT));
    left(label, columns.token(), baseline);
    graphics.setFont(PlotRegion.NUMBERS);
    right(Numbers.percent(mass), columns.percent(), baseline);
    graphics.setFill(region.paint(Ink.FAINT));
    left("%", columns.percent() + 4, baseline);
    graphics.setFill(region.paint(ink));
    double barTop = top + (ROW_HEIGHT - BAR_HEIGHT) / 2;
    fillBar(barTop, share(mass, full));
    if (mass > full * (1 + 1e-9)) {
      paintBreak(barTop);
    }
  }

  /// A bar that is longer than its column is shown broken, not cut in silence.
  private void paintBreak(double top) {
    double x = columns.bar() + columns.barWidth() - 18;
    graphics.setFill(region.paint(Ink.CARD));
    graphics.fillRect(x, top - 1, 3, BAR_HEIGHT + 2);
    graphics.fillRect(x + 6, top - 1, 3, BAR_HEIGHT + 2);
  }

  private void left(String text, double x, double y) {
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(text, x, y);
  }

  private void right(String text, double x, double y) {
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.fillText(text, x, y);
    graphics.setTextAlign(TextAlignment.LEFT);
  }
}
