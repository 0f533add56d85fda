package kelvin.ui.plot.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.curve.CurvePainter.Hover;
import kelvin.ui.plot.placement.PlacedText;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;

/// The labels on the cumulative curve, placed once for each change: first the handle of top-p, then
/// the draw, then what is kept. Each keeps clear of those before it and of the lines.
final class CurveLabels {

  private static final double GAP = 7;

  /// The room for a label's height.
  private static final double STEP = 14;

  private final CurveGeometry at;
  private final Places places;
  private final Places ground;
  private final Optional<PlacedText> handle;
  private final Optional<PlacedText> draw;
  private final Optional<PlacedText> kept;

  /// @param ground the places that the axes leave
  /// @param handleText the text beside the p line, such as `p 0.90`
  CurveLabels(CurveLines lines, Places ground, double topP, String handleText) {
    at = lines.geometry();
    places = ground.copy();
    places.avoid(lines::crosses);
    double p = PlotRegion.crisp(at.y(topP));
    places.avoidLine(at.left(), p, at.right(), p);
    handle =
        places.place(
            handleText,
            PlotRegion.SMALL_NUMBERS,
            List.of(
                Spot.leftAt(at.right() + 11, p + 4),
                Spot.leftAt(at.right() + 11, p - 2),
                Spot.leftAt(at.right() + 11, p + 10)));
    this.ground = places.copy();
    var picture = lines.picture();
    double cut = at.x(picture.lastKept());
    if (picture.isCut()) {
      places.avoidLine(cut, at.top(), cut, at.bottom());
    }
    draw = place(drawTexts(picture), drawSpots(picture));
    kept = picture.isCut() ? placeKept(keptTexts(picture), cut) : Optional.empty();
  }

  Optional<PlacedText> handle() {
    return handle;
  }

  /// The random number that decides the draw and the token that it selects.
  Optional<PlacedText> draw() {
    return draw;
  }

  /// For example `kept 14 of 4,096, 90.1 %`.
  Optional<PlacedText> kept() {
    return kept;
  }

  /// Places the text about a point of the curve. Where there is no room beside the others, it
  /// stands on those of less importance.
  Optional<PlacedText> about(Hover hover, double x, double y) {
    var texts = shortening(hover);
    var spots = new ArrayList<Spot>();
    for (int i = 1; i <= 4; i++) {
      spots.add(Spot.leftAt(x + 10, y + 4 + i * STEP));
      spots.add(Spot.rightAt(x - 10, y + 4 + i * STEP));
      spots.add(Spot.leftAt(x + 10, y + 4 - i * STEP));
      spots.add(Spot.rightAt(x - 10, y + 4 - i * STEP));
    }
    for (double baseline = at.bottom() - 6; baseline > at.top(); baseline -= STEP / 2) {
      spots.add(Spot.leftAt(x + 10, baseline));
      spots.add(Spot.rightAt(x - 10, baseline));
      spots.add(Spot.leftAt(at.left() + 4, baseline));
    }
    var font = PlotRegion.SMALL_NUMBERS;
    var free = places.copy().place(texts, font, spots);
    return free.isPresent() ? free : ground.copy().place(texts, font, spots);
  }

  /// The token with its numbers; a long token loses its end first.
  private static List<String> shortening(Hover hover) {
    return List.of(
        beginning(hover.token(), 24) + hover.numbers(),
        beginning(hover.token(), 8) + hover.numbers(),
        beginning(hover.token(), 8));
  }

  private Optional<PlacedText> place(List<String> texts, List<Spot> spots) {
    return places.place(texts, PlotRegion.SMALL_NUMBERS, spots);
  }

  private static List<String> drawTexts(DistributionPicture picture) {
    var mark = picture.mark();
    if (mark.u().isEmpty() || mark.rank().isEmpty()) {
      return List.of();
    }
    var u = String.format(Locale.ROOT, "u %.3f", mark.u().getAsDouble());
    var token = picture.textAtRank(mark.rank().getAsInt());
    return List.of(u + " " + beginning(token, 12), u + " " + beginning(token, 5), u);
  }

  private static String beginning(String token, int length) {
    int end =
        token.offsetByCodePoints(0, Math.min(length, token.codePointCount(0, token.length())));
    return end < token.length() ? token.substring(0, end) + "…" : token;
  }

  /// To the right of its tip the needle's label is below the curve, where the plot is empty.
  private List<Spot> drawSpots(DistributionPicture picture) {
    double y = picture.mark().u().isEmpty() ? Double.NaN : at.y(picture.heightOfDraw());
    double tip = Math.max(at.x(picture.mark().rank().orElse(1)), at.left() + 10);
    if (!Double.isNaN(y)) {
      places.avoidLine(at.left(), PlotRegion.crisp(y), tip - 4, PlotRegion.crisp(y));
    }
    var spots = new ArrayList<Spot>();
    spots.add(Spot.leftAt(tip + GAP, Math.min(y + 4, at.bottom() - 4)));
    for (int i = 1; i <= 6; i++) {
      double away = i * STEP / 2;
      spots.add(Spot.leftAt(tip + GAP, y + 4 + away));
      spots.add(Spot.leftAt(tip + GAP, y + 4 - away));
      if (i > 1) {
        spots.add(Spot.rightAt(tip - 12, y + 4 + away));
        spots.add(Spot.rightAt(tip - 12, y + 4 - away));
        spots.add(Spot.leftAt(at.left() + 4, y + 4 + away));
        spots.add(Spot.leftAt(at.left() + 4, y + 4 - away));
      }
    }
    return spots;
  }

  private static List<String> keptTexts(DistributionPicture picture) {
    var distribution = picture.distribution();
    var kept = "kept " + Numbers.count(distribution.keptCount());
    var of = kept + " of " + Numbers.count(picture.count());
    var mass = Numbers.cumulativePercent(distribution.keptMass()) + " %";
    return List.of(of + ", " + mass, of, kept);
  }

  /// Beside the cut, near the axis; it may reach into the right margin.
  private Optional<PlacedText> placeKept(List<String> texts, double cut) {
    var spots = new ArrayList<Spot>();
    for (double baseline = at.bottom() - 8; baseline > at.top() + 8; baseline -= STEP / 2) {
      spots.add(Spot.leftAt(cut + GAP, baseline));
      spots.add(Spot.rightAt(cut - GAP, baseline));
    }
    return places.place(texts, PlotRegion.SMALL_WORDS, spots);
  }
}
