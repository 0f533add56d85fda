package kelvin.ui.control;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import kelvin.distribution.Distribution;
import kelvin.distribution.TruncatedDistribution;

/// Everything that the plots of one distribution need; immutable.
///
/// @param own the model's own distribution, τ = 1
/// @param tokenText what to write for a token id
/// @param markedRank the token that is drawn next, or that stands here in the text
/// @param mark what is said of the marked token, such as `drawn`
/// @param u the number that decides the draw, where one does
public record DistributionPicture(
    TruncatedDistribution distribution,
    Distribution own,
    IntFunction<String> tokenText,
    OptionalInt markedRank,
    String mark,
    OptionalDouble u) {

  public int count() {
    return own.count();
  }

  /// Whether a stage removed tokens below the last one that can be drawn.
  boolean isCut() {
    return distribution.survivors().last() < own.logits().finiteCount();
  }

  /// The rank of the last token that can be drawn; that of the last of all when none was removed.
  int lastKept() {
    return isCut() ? distribution.survivors().last() : count();
  }

  /// Where the needle of the draw meets the cumulative curve: u of what is kept, above what is
  /// removed before it; NaN without u.
  double heightOfDraw() {
    int first = distribution.survivors().first();
    double above = first == 1 ? 0 : distribution.scaled().cumulative(first - 1);
    return u.isPresent() ? above + u.getAsDouble() * distribution.keptMass() : Double.NaN;
  }

  public String textAtRank(int rank) {
    return tokenText.apply(own.logits().tokenAtRank(rank));
  }

  /// The stage that removed a token, or why it is impossible; empty for a kept one.
  String removal(int rank) {
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
