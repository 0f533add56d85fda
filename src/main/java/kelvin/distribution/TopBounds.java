package kelvin.distribution;

import java.util.Optional;

/// The numbers of a distribution of which only the most probable tokens are known: exact, between
/// two bounds, or unknown.
///
/// The others have a mass together and a bound each. Among all ways to share that mass, sums of
/// p^(1/τ) are extreme where all have the same, and where as few as possible have as much as
/// possible: the one order of shares majorises every other.
public final class TopBounds {

  private final TruncatedDistribution distribution;
  private final TopTokens top;
  private final TopWeights weights;
  private final Optional<String> whyNoDraw;

  TopBounds(TruncatedDistribution distribution, TopTokens top) {
    this.distribution = distribution;
    this.top = top;
    weights = TopWeights.of(top, distribution.scaled().temperature());
    whyNoDraw = new TopDraw(top).whyUnknown(distribution);
  }

  /// The bounds of a distribution; empty if all its tokens are known.
  public static Optional<TopBounds> of(TruncatedDistribution distribution) {
    return distribution.topBounds();
  }

  /// The known tokens; their ranks come first.
  public TopTokens top() {
    return top;
  }

  /// Returns whether the token at a rank is known.
  public boolean isKnown(int rank) {
    return rank <= top.count();
  }

  private double temperature() {
    return distribution.scaled().temperature();
  }

  /// The model's own probability of the token at a rank: τ = 1.
  public Interval own(int rank) {
    return isKnown(rank)
        ? Interval.exactly(top.tokens().get(rank - 1).probability())
        : new Interval(0, top.bound());
  }

  /// The probability at the temperature of the token at a rank.
  public Interval scaled(int rank) {
    if (temperature() == 1) {
      return own(rank);
    }
    if (temperature() == 0) {
      return Interval.exactly(rank == 1 ? 1 : 0);
    }
    if (!isKnown(rank)) {
      return new Interval(0, weights.bound() / (weights.known() + weights.least()));
    }
    double weight = weights.weight(rank);
    return new Interval(
        weight / (weights.known() + weights.most()), weight / (weights.known() + weights.least()));
  }

  /// The mass, at the temperature, of the first ranks up to this one.
  public Interval cumulative(int rank) {
    return cumulative(rank, temperature());
  }

  private Interval cumulative(int rank, double at) {
    if (at == 0) {
      return Interval.exactly(1);
    }
    if (!isKnown(rank)) {
      return new Interval(cumulative(top.count(), at).low(), 1);
    }
    if (at == 1) {
      return Interval.exactly(top.massOf(rank));
    }
    var sums = TopWeights.of(top, at);
    double above = sums.upTo(rank);
    return new Interval(
        above / (sums.known() + sums.most()), above / (sums.known() + sums.least()));
  }

  /// The mass of the first ranks up to this one in what the nucleus stage sees; at the temperature
  /// if there is none.
  public Interval seen(int rank) {
    boolean isFirstCut = true;
    for (var outcome : distribution.outcomes()) {
      if (outcome instanceof CutOutcome cut) {
        if (cut.stage() instanceof TopP) {
          return isFirstCut
              ? cumulative(rank, cut.before().temperature())
              : ifDrawKnown(distribution.cumulative(rank));
        }
        isFirstCut = false;
      }
    }
    return cumulative(rank);
  }

  /// The probability that the draw uses of the token at a rank.
  public Interval last(int rank) {
    if (distribution.outcomes().stream().noneMatch(CutOutcome.class::isInstance)) {
      return scaled(rank);
    }
    return ifDrawKnown(distribution.finalProbability(rank));
  }

  private Interval ifDrawKnown(double value) {
    return isDrawKnown() ? Interval.exactly(value) : new Interval(0, 1);
  }

  /// The mass of the tokens that can be drawn, at the temperature.
  public Interval kept() {
    var survivors = distribution.survivors();
    if (!isDrawKnown()) {
      return new Interval(0, 1);
    }
    return survivors.first() == 1
        ? cumulative(survivors.last())
        : temperature() == 1 ? Interval.exactly(distribution.keptMass()) : new Interval(0, 1);
  }

  /// The mass, at the temperature, of all tokens that are not known.
  public Interval others() {
    return cumulative(top.count()).rest();
  }

  /// The mass of the first ranks up to any rank, at the temperature: both bounds of the curve.
  public Interval curve(int rank) {
    return temperature() == 1 ? ownCurve(rank) : cumulative(rank);
  }

  /// The same at τ = 1.
  public Interval ownCurve(int rank) {
    double known = top.massOf(Math.min(rank, top.count()));
    if (isKnown(rank)) {
      return Interval.exactly(known);
    }
    double more = rank - (double) top.count();
    return new Interval(
        Math.min(1, known + more * top.rest() / top.others()),
        Math.min(1, known + more * top.bound()));
  }

  /// The entropy at the temperature in nats; empty where Kelvin has no bounds of it, which is at
  /// every temperature but 0 and 1.
  public Optional<Interval> entropy() {
    if (temperature() == 0) {
      return Optional.of(Interval.exactly(0));
    }
    return temperature() == 1 ? Optional.of(ownEntropy()) : Optional.empty();
  }

  /// Entropy is least where few tokens share the rest, and greatest where all do.
  private Interval ownEntropy() {
    double known = 0;
    for (var token : top.tokens()) {
      known -= token.probability() * token.logProbability();
    }
    if (top.others() == 0 || top.rest() == 0) {
      return Interval.exactly(known);
    }
    double full = Math.floor(top.rest() / top.bound());
    double left = Math.max(0, top.rest() - full * top.bound());
    return new Interval(
        known + full * surprise(top.bound()) + surprise(left),
        known + top.rest() * -StrictMath.log(top.rest() / top.others()));
  }

  /// −p ln p.
  private static double surprise(double p) {
    return p > 0 ? -p * StrictMath.log(p) : 0;
  }

  /// e^H, with the same gaps as the entropy.
  public Optional<Interval> perplexity() {
    return entropy()
        .map(nats -> new Interval(StrictMath.exp(nats.low()), StrictMath.exp(nats.high())));
  }

  /// Returns whether the tokens that can be drawn, and their probabilities, are known.
  public boolean isDrawKnown() {
    return whyNoDraw.isEmpty();
  }

  /// The reason why nothing can be drawn, with what to set; empty if the draw is known.
  public Optional<String> whyNoDraw() {
    return whyNoDraw;
  }
}
