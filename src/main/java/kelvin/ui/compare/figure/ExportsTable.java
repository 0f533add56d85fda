package kelvin.ui.compare.figure;

import java.util.List;
import java.util.stream.Stream;
import kelvin.engine.pair.ComparisonJson;
import kelvin.engine.pair.ModelComparison.Side;
import kelvin.engine.pair.PairWork.Done;
import kelvin.engine.pair.PairedText;
import kelvin.ui.figure.NumberTable;
import org.jspecify.annotations.Nullable;

/// The table of several models that were compared with one, which is its first row.
final class ExportsTable {

  private ExportsTable() {}

  /// The unrounded numbers, with the names of the command's JSON.
  static NumberTable of(List<Done> comparisons) {
    return new NumberTable(
        List.of(
            "file",
            "name",
            "precision",
            "fileBytes",
            "bitsPerByte",
            "meanKl",
            "p99Kl",
            "maxKl",
            "maxKlPosition",
            "topAgreement",
            "tokensPerSecond",
            "drawAgreement",
            "firstFlippedDraw"),
        () ->
            Stream.concat(
                Stream.of(row(comparisons.getFirst().comparison().model(), null)),
                comparisons.stream()
                    .map(
                        done ->
                            row(
                                done.comparison().against(),
                                done.comparison().text().orElse(null)))));
  }

  private static List<Object> row(Side side, @Nullable PairedText text) {
    var worst = text == null ? null : text.worst().orElse(null);
    var flipped = text == null ? null : text.firstFlippedDraw().orElse(null);
    return List.of(
        side.descriptor().files().isEmpty()
            ? NumberTable.NONE
            : side.descriptor().files().getFirst().path(),
        side.descriptor().name(),
        side.descriptor().precision(),
        side.fileBytes(),
        side.read().bitsPerByte(),
        text == null ? NumberTable.NONE : text.meanKl(),
        text == null ? NumberTable.NONE : text.klQuantile(ComparisonJson.QUANTILE),
        worst == null ? NumberTable.NONE : worst.divergence().kl(),
        worst == null ? NumberTable.NONE : worst.position(),
        text == null ? NumberTable.NONE : text.topAgreement(),
        side.read().tokensPerSecond(),
        text == null ? NumberTable.NONE : text.drawAgreement(),
        flipped == null ? NumberTable.NONE : flipped.position());
  }
}
