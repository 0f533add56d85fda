package kelvin.ui.plot;

import java.util.Optional;
import java.util.function.IntFunction;
import kelvin.display.InformationUnit;
import kelvin.distribution.Distribution;
import kelvin.distribution.Interval;
import kelvin.distribution.Logits;
import kelvin.distribution.TopBounds;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.control.Numbers;

/// Holds everything that the plots of one distribution need; immutable.
///
/// @param tokenText returns the text to show for a token id
/// @param mark the token that is drawn next, or the token at this position of the text
/// @param unit of entropies and surprisals in words
public record DistributionPicture(
    TruncatedDistribution distribution,
    IntFunction<String> tokenText,
    Mark mark,
    InformationUnit unit) {

  /// A picture whose words are in bits.
  public DistributionPicture(
      TruncatedDistribution distribution, IntFunction<String> tokenText, Mark mark) {
    this(distribution, tokenText, mark, InformationUnit.BITS);
  }

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

  /// The number of first ranks whose tokens are known: all, or those that a server lists.
  public int rows() {
    return logits().knownCount();
  }

  /// The bounds of a server that lists only the most probable tokens; empty if all are known.
  public Optional<TopBounds> bounds() {
    return TopBounds.of(distribution);
  }

  /// The model's own probability of the token at a rank.
  public Interval ownProbability(int rank) {
    return bounds()
        .map(bounds -> bounds.own(rank))
        .orElseGet(() -> Interval.exactly(distribution.ownProbability(rank)));
  }

  /// The probability at the temperature of the token at a rank.
  public Interval scaledProbability(int rank) {
    return bounds()
        .map(bounds -> bounds.scaled(rank))
        .orElseGet(() -> Interval.exactly(distribution.scaled().probability(rank)));
  }

  /// The mass down to a rank in what the nucleus stage sees.
  public Interval cumulative(int rank) {
    return bounds()
        .map(bounds -> bounds.seen(rank))
        .orElseGet(() -> Interval.exactly(distribution.cumulative(rank)));
  }

  /// The probability with which the draw takes the token at a rank.
  public Interval finalProbability(int rank) {
    return bounds()
        .map(bounds -> bounds.last(rank))
        .orElseGet(() -> Interval.exactly(distribution.finalProbability(rank)));
  }

  /// Returns whether it is known what can be drawn.
  public boolean isDrawKnown() {
    return bounds().map(TopBounds::isDrawKnown).orElse(true);
  }

  /// Returns whether a stage removed tokens below the last one that can be drawn.
  public boolean isCut() {
    return isDrawKnown() && distribution.survivors().last() < logits().finiteCount();
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
    return mark.u().isPresent() ? above + mark.u().getAsDouble() * keptMass() : Double.NaN;
  }

  private double keptMass() {
    return bounds().map(bounds -> bounds.kept().low()).orElseGet(distribution::keptMass);
  }

  /// The entropy at the temperature, before any cut, in words.
  public String entropy() {
    var bounds = bounds();
    if (bounds.isPresent()) {
      return bounds
          .get()
          .entropy()
          .map(
              nats ->
                  KnownWords.between(
                      Numbers.information(nats.low(), unit),
                      Numbers.information(nats.high(), unit)))
          .orElse(KnownWords.UNKNOWN);
    }
    return Numbers.information(distribution.scaled().entropy(), unit);
  }

  public String textAtRank(int rank) {
    return tokenText.apply(logits().tokenAtRank(rank));
  }

  /// The stage that removed a token, or the reason why it is impossible; empty for a kept token.
  public String removal(int rank) {
    return !isDrawKnown() ? "" : distribution.reason(rank).orElse("");
  }

  /// Such as “removed by top-p: outside the top 90 % of the mass (95 % lies above it)”, or “kept”.
  public String fate(int rank) {
    return isDrawKnown() && distribution.removedBy(rank).isPresent()
        ? "removed by " + shortFate(rank)
        : shortFate(rank);
  }

  /// The same without “removed by”, for narrow places.
  public String shortFate(int rank) {
    if (!isDrawKnown()) {
      return "whether it can be drawn is not known";
    }
    if (distribution.isKept(rank)) {
      return "kept";
    }
    return RemovalReason.of(distribution, rank)
        .orElse("impossible: the model gave it a logit of −∞");
  }
}
