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

  /// The rank of the last token that can be drawn; that of the last of all when none was removed.
  int lastKept() {
    int last = distribution.survivors().last();
    return last == own.logits().finiteCount() ? count() : last;
  }

  String textAtRank(int rank) {
    return tokenText.apply(own.logits().tokenAtRank(rank));
  }
}
