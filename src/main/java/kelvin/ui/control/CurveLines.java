package kelvin.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/// The lines and words of the cumulative curve, worked out once for each change so that painting
/// only draws.
final class CurveLines {

  private final DistributionPicture picture;
  private final CurveGeometry at;
  private final int[] ranks;
  private final double[] scaled;
  private final double[] own;
  private final double[] ghost;
  private final List<Tick> ticks;
  private final String kept;
  private final String draw;

  /// A labelled rank.
  record Tick(String label, double x) {}

  CurveLines(DistributionPicture picture, @Nullable Ghost pinned, CurveGeometry at) {
    this.picture = picture;
    this.at = at;
    int pixels = (int) Math.floor(at.right() - at.left()) + 1;
    ranks = new int[pixels];
    for (int i = 0; i < pixels; i++) {
      ranks[i] = at.rank(at.left() + i);
    }
    scaled = heights(picture.distribution().scaled());
    own = heights(picture.own());
    ghost = pinned == null ? new double[0] : heights(pinned.scaled());
    ticks = ticks(at);
    var distribution = picture.distribution();
    kept =
        "kept "
            + Numbers.count(distribution.keptCount())
            + " of "
            + Numbers.count(picture.count())
            + ", "
            + Numbers.cumulativePercent(distribution.keptMass())
            + " %";
    draw = picture.u().isEmpty() ? "" : drawLabel(picture);
  }

  private static String drawLabel(DistributionPicture picture) {
    var u = String.format(Locale.ROOT, "u %.3f", picture.u().orElseThrow());
    return picture.markedRank().isEmpty()
        ? u
        : u + " " + shortened(picture.textAtRank(picture.markedRank().getAsInt()));
  }

  private static String shortened(String token) {
    int most = Math.min(12, token.codePointCount(0, token.length()));
    int end = token.offsetByCodePoints(0, most);
    return end < token.length() ? token.substring(0, end) + "…" : token;
  }

  /// One height per pixel: between ranks the log axis has nothing to interpolate.
  private double[] heights(Distribution distribution) {
    var heights = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      heights[i] =
          i > 0 && ranks[i] == ranks[i - 1]
              ? heights[i - 1]
              : at.y(distribution.cumulative(ranks[i]));
    }
    return heights;
  }

  private static List<Tick> ticks(CurveGeometry at) {
    var ticks = new ArrayList<Tick>();
    double last = at.x(at.count());
    for (int rank = 1; rank < at.count(); rank *= 10) {
      // The last rank has its own label; a power of ten too close to it would touch it.
      if (last - at.x(rank) > 56) {
        ticks.add(new Tick(Numbers.count(rank), at.x(rank)));
      }
    }
    ticks.add(new Tick(Numbers.count(at.count()), last));
    return List.copyOf(ticks);
  }

  DistributionPicture picture() {
    return picture;
  }

  CurveGeometry geometry() {
    return at;
  }

  List<Tick> ticks() {
    return ticks;
  }

  /// Such as `kept 14 of 4,096, 90.1 %`.
  String kept() {
    return kept;
  }

  /// The number that decides the draw and the token that it hits, or nothing.
  String draw() {
    return draw;
  }

  boolean hasGhost() {
    return ghost.length > 0;
  }

  void traceScaled(Pen pen) {
    trace(pen, scaled);
  }

  void traceOwn(Pen pen) {
    trace(pen, own);
  }

  void traceGhost(Pen pen) {
    trace(pen, ghost);
  }

  private void trace(Pen pen, double[] heights) {
    pen.beginPath();
    for (int i = 0; i < heights.length; i++) {
      if (i == 0) {
        pen.moveTo(at.left(), heights[0]);
      } else if (heights[i] != heights[i - 1] || i == heights.length - 1) {
        pen.lineTo(at.left() + i - 1, heights[i - 1]);
        pen.lineTo(at.left() + i, heights[i]);
      }
    }
    pen.stroke();
  }

  /// The area under the scaled curve from the first token that is kept to the last.
  void fillKept(Pen pen) {
    int first = picture.distribution().survivors().first();
    int last = picture.lastKept();
    double start = first == 1 ? at.left() : at.x(first);
    double end = at.x(last);
    pen.beginPath();
    pen.moveTo(start, at.bottom());
    for (int i = (int) Math.ceil(start - at.left()); i < scaled.length; i++) {
      if (at.left() + i >= end) {
        break;
      }
      pen.lineTo(at.left() + i, scaled[i]);
    }
    pen.lineTo(end, at.y(picture.distribution().scaled().cumulative(last)));
    pen.lineTo(end, at.bottom());
    pen.closePath();
    pen.fill();
  }
}
