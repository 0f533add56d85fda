package kelvin.ui.plot;

import java.util.function.IntFunction;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import kelvin.distribution.TruncatedDistribution;

/// Holds everything that the plots of one distribution need; immutable.
///
/// @param tokenText returns the text to show for a token id
/// @param mark the token that is drawn next, or the token at this position of the text
public record DistributionPicture(
    TruncatedDistribution distribution, IntFunction<String> tokenText, Mark mark) {

  /// The model's own distribution: τ = 1, before penalties, biases and cuts. Its ranks are not
  /// those of the rows once something is edited.
  public Distribution own() {
    return distribution.own();
  }

  /// The logits after penalties and biases, which give the rows their ranks.
  public Logits logits() {
    return distribution.logits();
  }

  public int count() {
    return logits().count();
  }

  /// Returns whether a stage removed tokens below the last one that can be drawn.
  public boolean isCut() {
    return distribution.survivors().last() < logits().finiteCount();
  }

  /// The rank of the last token that can be drawn, or of the last token of all when none was
  /// removed.
  public int lastKept() {
    return isCut() ? distribution.survivors().last() : count();
  }

  /// The height at which the needle of the draw meets the cumulative curve: the mass removed before
  /// the first kept token, plus u times the kept mass. NaN without u.
  public double heightOfDraw() {
    int first = distribution.survivors().first();
    double above = first == 1 ? 0 : distribution.scaled().cumulative(first - 1);
    return mark.u().isPresent()
        ? above + mark.u().getAsDouble() * distribution.keptMass()
        : Double.NaN;
  }

  public String textAtRank(int rank) {
    return tokenText.apply(logits().tokenAtRank(rank));
  }

  /// The stage that removed a token, or the reason why it is impossible; empty for a kept token.
  public String removal(int rank) {
    return distribution.reason(rank).orElse("");
  }

  /// Such as “removed by top-p: outside the top 90 % of the mass (95 % lies above it)”, or “kept”.
  public String fate(int rank) {
    return distribution.removedBy(rank).isPresent()
        ? "removed by " + shortFate(rank)
        : shortFate(rank);
  }

  /// The same without “removed by”, for narrow places.
  public String shortFate(int rank) {
    if (distribution.isKept(rank)) {
      return "kept";
    }
    return RemovalReason.of(distribution, rank)
        .orElse("impossible: the model gave it a logit of −∞");
  }
}
