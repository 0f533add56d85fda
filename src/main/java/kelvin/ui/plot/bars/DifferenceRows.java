package kelvin.ui.plot.bars;

import java.util.ArrayList;
import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.distribution.ProbabilityShift;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.PlotRegion;
import kelvin.ui.plot.TokenLabel;

/// The rows of the difference with all their texts, computed once for each change.
///
/// @param summary the divergences in words, in two parts that may be placed side by side
/// @param rows gains from the greatest down, then losses from the smallest to the greatest
/// @param full the change that a full bar stands for
/// @param names the names of the two distributions
record DifferenceRows(
    List<String> summary, List<Row> rows, double full, DifferencePicture.Names names) {

  /// A token that gained or lost.
  ///
  /// @param change signed, 0..1
  record Row(
      TokenLabel token, String before, String after, String points, String ranks, double change) {}

  /// @param room the greatest number of rows
  static DifferenceRows of(
      DifferencePicture picture, InformationUnit unit, int room, double tokenWidth) {
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
    double full = 1e-12;
    for (var row : rows) {
      full = Math.max(full, Math.abs(row.change()));
    }
    return new DifferenceRows(summary(picture, unit), List.copyOf(rows), full, picture.names());
  }

  private static List<String> summary(DifferencePicture picture, InformationUnit unit) {
    var divergence = picture.divergence();
    var before = picture.names().before();
    var after = picture.names().after();
    return List.of(
        "KL(%s ‖ %s) %s  ·  KL(%s ‖ %s) %s"
            .formatted(
                before,
                after,
                Numbers.information(divergence.kl(), unit),
                after,
                before,
                Numbers.information(divergence.reverseKl(), unit)),
        "Jensen–Shannon "
            + Numbers.information(divergence.jensenShannon(), unit)
            + "  ·  total variation "
            + Numbers.percent(divergence.totalVariation())
            + " %");
  }

  /// The divergences as one sentence.
  String sentence() {
    return String.join("  ·  ", summary);
  }

  private static Row row(DifferencePicture picture, ProbabilityShift shift, double tokenWidth) {
    var text = picture.tokenText().apply(shift.tokenId());
    var ranks =
        shift.rankBefore() == shift.rankAfter()
            ? "rank " + Numbers.count(shift.rankAfter())
            : Numbers.count(shift.rankBefore()) + " → " + Numbers.count(shift.rankAfter());
    return new Row(
        TokenLabel.of(text, PlotRegion.NUMBERS, tokenWidth),
        Numbers.percent(shift.before()),
        Numbers.percent(shift.after()),
        (shift.change() > 0 ? "+" : "−") + Numbers.percent(Math.abs(shift.change())),
        ranks,
        shift.change());
  }
}
