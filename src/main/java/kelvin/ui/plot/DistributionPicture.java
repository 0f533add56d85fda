package kelvin.ui.plot;

import java.util.function.IntFunction;
import kelvin.distribution.Distribution;
import kelvin.distribution.TruncatedDistribution;

/// Holds everything that the plots of one distribution need; immutable.
///
/// @param tokenText gives the text to write for a token id
/// @param mark the token that is drawn next, or that stands here in the text
public record DistributionPicture(
    TruncatedDistribution distribution, IntFunction<String> tokenText, Mark mark) {

  /// The distribution at τ = 1, nothing removed.
  public Distribution own() {
    return distribution.unscaled();
  }

  public int count() {
    return own().count();
  }

  /// Whether a stage removed tokens below the last one that can be drawn.
  public boolean isCut() {
    return distribution.survivors().last() < own().logits().finiteCount();
  }

  /// The rank of the last token that can be drawn; that of the last of all when none was removed.
  public int lastKept() {
    return isCut() ? distribution.survivors().last() : count();
  }

  /// Where the needle of the draw meets the cumulative curve: u of what is kept, above what is
  /// removed before it; NaN without u.
  public double heightOfDraw() {
    int first = distribution.survivors().first();
    double above = first == 1 ? 0 : distribution.scaled().cumulative(first - 1);
    return mark.u().isPresent()
        ? above + mark.u().getAsDouble() * distribution.keptMass()
        : Double.NaN;
  }

  public String textAtRank(int rank) {
    return tokenText.apply(own().logits().tokenAtRank(rank));
  }

  /// The stage that removed a token, or why it is impossible; empty for a kept one.
  public String removal(int rank) {
    if (distribution.isKept(rank)) {
      return "";
    }
    return distribution.removedBy(rank).map(stage -> stage.name()).orElse("impossible");
  }

  /// Such as “removed by top-p: needs a mass above it of less than 90 %, has 91.2 %”, or “kept”.
  public String fate(int rank) {
    return distribution.removedBy(rank).isPresent()
        ? "removed by " + shortFate(rank)
        : shortFate(rank);
  }

  /// The same without “removed by”, for where there is little room.
  public String shortFate(int rank) {
    if (distribution.isKept(rank)) {
      return "kept";
    }
    return RemovalReason.of(distribution, rank)
        .orElse("impossible: the model gave it a logit of −∞");
  }
}
