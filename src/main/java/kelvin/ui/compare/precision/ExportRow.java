package kelvin.ui.compare.precision;

import java.util.Optional;
import java.util.OptionalInt;
import kelvin.engine.pair.ComparisonJson;
import kelvin.engine.pair.ModelComparison.Side;
import kelvin.engine.pair.PairWork.Done;
import kelvin.engine.pair.PairedText;
import kelvin.ui.compare.text.PairWords;

/// A row of the table of exports.
///
/// @param file the name of the export's file
/// @param bytes of its graph and weights
/// @param done the comparison with the playground's export; empty before it
/// @param isReference true for the playground's own export
/// @param note what happens to it now, or why it could not be compared
record ExportRow(String file, long bytes, Optional<Done> done, boolean isReference, String note) {

  /// The same export before its comparison.
  ExportRow fresh() {
    return new ExportRow(file, bytes, Optional.empty(), isReference, "");
  }

  ExportRow noted(String now) {
    return new ExportRow(file, bytes, done, isReference, now);
  }

  ExportRow compared(Done now) {
    return new ExportRow(file, bytes, Optional.of(now), isReference, "");
  }

  private Optional<Side> side() {
    return done.map(
        known -> isReference ? known.comparison().model() : known.comparison().against());
  }

  private Optional<PairedText> text() {
    return isReference ? Optional.empty() : done.flatMap(known -> known.comparison().text());
  }

  String precision() {
    return side().map(side -> side.descriptor().precision()).orElse("");
  }

  double bitsPerByte() {
    return side().map(side -> side.read().bitsPerByte()).orElse(Double.NaN);
  }

  double tokensPerSecond() {
    return side().map(side -> side.read().tokensPerSecond()).orElse(Double.NaN);
  }

  double meanKl() {
    return text().map(PairedText::meanKl).orElse(Double.NaN);
  }

  double p99Kl() {
    return text().map(all -> all.klQuantile(ComparisonJson.QUANTILE)).orElse(Double.NaN);
  }

  double maxKl() {
    return text()
        .flatMap(PairedText::worst)
        .map(worst -> worst.divergence().kl())
        .orElse(Double.NaN);
  }

  double topAgreement() {
    return text().map(PairedText::topAgreement).orElse(Double.NaN);
  }

  /// The position at which the same random number first draws another token; empty if there is
  /// none, or nothing is compared.
  OptionalInt firstFlippedDraw() {
    return text()
        .flatMap(PairedText::firstFlippedDraw)
        .map(first -> OptionalInt.of(first.position()))
        .orElse(OptionalInt.empty());
  }

  /// The text before the token where the export differs most, and that token.
  String worst() {
    if (!note.isEmpty()) {
      return note;
    }
    if (isReference) {
      return "the playground’s";
    }
    return done.flatMap(
            known ->
                known
                    .comparison()
                    .text()
                    .flatMap(
                        all ->
                            all.worst()
                                .map(
                                    worst ->
                                        "…"
                                            + PairWords.before(
                                                all, known.vocabulary(), worst.position())
                                            + " ▸ "
                                            + known.vocabulary().visibleText(worst.id()))))
        .orElse("");
  }
}
