package kelvin.ui.plot.bars;

import java.util.ArrayList;
import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.display.NoDifference;
import kelvin.distribution.ProbabilityShift;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.TokenLabel;
import kelvin.ui.plot.placement.Box;
import kelvin.ui.plot.placement.PlacedText;
import kelvin.ui.plot.placement.PlacedText.Spot;
import kelvin.ui.plot.placement.Places;

/// The rows of the difference with all their texts, computed once for each change.
///
/// @param summary the divergences in words
/// @param rows gains from the greatest down, then losses from the smallest to the greatest
/// @param full the change that a full bar stands for
/// @param names the names of the two distributions
record DifferenceRows(
    List<PlacedText> summary, List<Row> rows, double full, DifferencePicture.Names names) {

  /// Below this width the divergences take two lines.
  static final double ONE_LINE = 590;

  /// A full bar stands for no less than this change, so that nothing is drawn as nothing.
  private static final double LEAST = 1e-3;

  /// The height of a line of words.
  static final double LINE = 16;

  /// A token that gained or lost.
  ///
  /// @param change signed, 0..1
  record Row(
      TokenLabel token, String before, String after, String points, String ranks, double change) {}

  /// @param room the greatest number of rows
  /// @param width of the plot
  static DifferenceRows of(
      DifferencePicture picture, InformationUnit unit, int room, double tokenWidth, double width) {
    if (isNothing(picture)) {
      return new DifferenceRows(nothing(picture, unit, width), List.of(), LEAST, picture.names());
    }
    var shifts = picture.shifts();
    int half = Math.max(1, room / 2);
    int gains = Math.min(shifts.gained().size(), Math.max(half, room - shifts.lost().size()));
    int losses = Math.min(shifts.lost().size(), Math.max(0, room - gains));
    var rows = new ArrayList<Row>();
    shifts.gained().subList(0, gains).forEach(shift -> rows.add(row(picture, shift, tokenWidth)));
    shifts
        .lost()
        .subList(0, losses)
        .reversed()
        .forEach(shift -> rows.add(row(picture, shift, tokenWidth)));
    double full = LEAST;
    for (var row : rows) {
      full = Math.max(full, Math.abs(row.change()));
    }
    return new DifferenceRows(
        summary(picture, unit, width), List.copyOf(rows), full, picture.names());
  }

  private static boolean isNothing(DifferencePicture picture) {
    return NoDifference.is(picture.divergence().totalVariation());
  }

  private static List<PlacedText> nothing(
      DifferencePicture picture, InformationUnit unit, double width) {
    return new Places(Box.of(width, 4 * LINE))
        .place(leibler(picture, unit), PlotRegion.SMALL_WORDS, List.of(Spot.leftAt(0, 11))).stream()
            .toList();
  }

  /// Places the divergences side by side or below each other, in shorter words where it is narrow.
  private static List<PlacedText> summary(
      DifferencePicture picture, InformationUnit unit, double width) {
    var font = PlotRegion.SMALL_WORDS;
    var places = new Places(Box.of(width, 4 * LINE));
    var placed = new ArrayList<PlacedText>();
    boolean oneLine = width >= ONE_LINE;
    var second = oneLine ? Spot.rightAt(width, 11) : Spot.leftAt(0, 11 + LINE);
    places.place(leibler(picture, unit), font, List.of(Spot.leftAt(0, 11))).ifPresent(placed::add);
    places.place(distances(picture, unit), font, List.of(second)).ifPresent(placed::add);
    return placed;
  }

  /// The Kullback–Leibler divergences, the longest words first.
  private static List<String> leibler(DifferencePicture picture, InformationUnit unit) {
    if (isNothing(picture)) {
      return List.of(
          "No difference: all probabilities " + NoDifference.AGREE + ".", "No difference");
    }
    var kl = Numbers.threeDigits(unit.of(picture.divergence().kl()));
    var reverse = Numbers.threeDigits(unit.of(picture.divergence().reverseKl()));
    var before = picture.names().before();
    var after = picture.names().after();
    return List.of(
        "KL(%s ‖ %s) %s  ·  KL(%s ‖ %s) %s %s"
            .formatted(before, after, kl, after, before, reverse, unit.label()),
        "KL %s, reverse %s %s".formatted(kl, reverse, unit.label()),
        "KL %s %s".formatted(kl, unit.label()));
  }

  private static List<String> distances(DifferencePicture picture, InformationUnit unit) {
    var jensen = Numbers.information(picture.divergence().jensenShannon(), unit);
    var total = Numbers.percent(picture.divergence().totalVariation());
    return List.of(
        "Jensen–Shannon %s  ·  total variation %s %%".formatted(jensen, total),
        "JS %s  ·  TV %s %%".formatted(jensen, total),
        "TV %s %%".formatted(total));
  }

  /// The divergences as one sentence.
  static String sentence(DifferencePicture picture, InformationUnit unit) {
    if (isNothing(picture)) {
      return leibler(picture, unit).getFirst();
    }
    return leibler(picture, unit).getFirst() + "  ·  " + distances(picture, unit).getFirst();
  }

  /// A token without probability has no rank among those that can be drawn.
  private static String rank(double probability, int rank) {
    return probability == 0 ? "–" : Numbers.count(rank);
  }

  private static Row row(DifferencePicture picture, ProbabilityShift shift, double tokenWidth) {
    var text = picture.tokenText().apply(shift.tokenId());
    var before = rank(shift.before(), shift.rankBefore());
    var after = rank(shift.after(), shift.rankAfter());
    var ranks = before.equals(after) ? "rank " + after : before + " → " + after;
    return new Row(
        TokenLabel.of(text, PlotRegion.NUMBERS, tokenWidth),
        Numbers.percent(shift.before()),
        Numbers.percent(shift.after()),
        (shift.change() > 0 ? "+" : "−") + Numbers.percent(Math.abs(shift.change())),
        ranks,
        shift.change());
  }
}
