package kelvin.distribution;

import java.util.Locale;
import java.util.Optional;

/// Says whether a draw is known although only the most probable tokens are: it is once the first
/// cut surely removes all others. Every later stage sees known tokens alone.
///
/// A draw from all tokens is not known, even if its random number often falls on a known one: a
/// text that ends at each rare token would be no fair sample.
final class TopDraw {

  private final TopTokens top;

  TopDraw(TopTokens top) {
    this.top = top;
  }

  /// The reason with what to set; empty if the draw is known.
  Optional<String> whyUnknown(TruncatedDistribution distribution) {
    double temperature = 1;
    for (var outcome : distribution.outcomes()) {
      switch (outcome) {
        case EditOutcome _ -> {}
        case ScalingOutcome scaling -> {
          temperature = scaling.after().temperature();
          if (temperature == 0) {
            return Optional.empty();
          }
          if (scaling.stage() instanceof DynamicTemperature) {
            return Optional.of(reason());
          }
        }
        case CutOutcome cut -> {
          return removesOthers(cut.stage(), temperature) ? Optional.empty() : Optional.of(reason());
        }
      }
    }
    return top.others() == 0 ? Optional.empty() : Optional.of(reason());
  }

  private String reason() {
    if (top.count() < 2) {
      return "To draw, set τ to 0: the server lists only the most probable token.";
    }
    var other =
        top.mass() < 0.01
            ? ""
            : String.format(
                Locale.ROOT,
                " Top-p of %.2f or less at τ = 1 does too. It must be the first cut.",
                cutOff(top.mass()));
    return String.format(
            Locale.ROOT,
            "To draw, set top-k to %,d or less: the server lists only %,d tokens.",
            top.count() - 1,
            top.count())
        + other;
  }

  private static double cutOff(double mass) {
    return Math.floor(mass * 100) / 100;
  }

  private boolean removesOthers(TruncationStage stage, double temperature) {
    return switch (stage) {
      case TopK cut -> isAmongKnown(Math.max(cut.k(), cut.minKept()), cut.ties());
      case TopP cut -> cut.minKept() <= top.count() && hasKnownNucleus(cut.p(), temperature);
      case MinP cut ->
          cut.minKept() <= top.count()
              && StrictMath.pow(
                      top.bound() / top.tokens().getFirst().probability(), 1 / temperature)
                  < cut.minP();
      default -> false;
    };
  }

  /// A cut that keeps ties is not enough by itself: one of the others may tie with the last known
  /// token.
  private boolean isAmongKnown(int k, TopK.Ties ties) {
    if (k > top.count()) {
      return false;
    }
    float last = top.tokens().getLast().logProbability();
    return ties == TopK.Ties.EXACT || top.tokens().get(k - 1).logProbability() > last;
  }

  private boolean hasKnownNucleus(double p, double temperature) {
    var weights = TopWeights.of(top, temperature);
    double known = weights.known();
    int shortest = weights.nucleus(p, known + weights.least());
    int longest = weights.nucleus(p, known + weights.most());
    return shortest == longest && longest <= top.count();
  }
}
