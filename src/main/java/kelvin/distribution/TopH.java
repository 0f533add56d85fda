package kelvin.distribution;

import java.util.Map;
import java.util.Optional;

/// Keeps the first tokens while the sum of their −p ln p is at most h times the entropy
/// (Potraghloo et al., "Top-H Decoding", 2025).
///
/// As in Hugging Face Transformers 5, only the 100 greatest logits are considered, renormalised.
/// The sum is not renormalised again, and the first token always stays. A token whose probability
/// is 0 at a tiny τ never stays. Range: 0 < h ≤ 1; 1 keeps those 100. Default: off; the paper
/// uses 0.4.
public record TopH(double h) implements TruncationStage {

  private static final int MAX_RANKS = 100;

  public TopH {
    Range.check("top-h", h, h > 0 && h <= 1, "greater than 0 and at most 1");
  }

  @Override
  public StageKind kind() {
    return StageKind.TOP_H;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    var considered = possible(before.keepFirst(MAX_RANKS));
    if (h == 1) {
      return considered;
    }
    double bound = h * considered.entropy();
    double sum = entropyTerm(considered, considered.first());
    int last = considered.first();
    while (last < considered.last() && sum + entropyTerm(considered, last + 1) <= bound) {
      last++;
      sum += entropyTerm(considered, last);
    }
    return considered.keep(considered.first(), last);
  }

  /// The tokens with a probability above 0.
  private static Survivors possible(Survivors considered) {
    return considered.keepFirst(considered.countWithProbability(Double.MIN_VALUE));
  }

  private static double entropyTerm(Survivors considered, int rank) {
    return considered.probability(rank) * considered.surprisal(rank);
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    int place = rank - before.first() + 1;
    if (place > MAX_RANKS) {
      return Optional.of(new Shortfall(Shortfall.Measure.RANK, MAX_RANKS, place));
    }
    var considered = before.keepFirst(MAX_RANKS);
    if (!possible(considered).has(rank)) {
      return Optional.of(new Shortfall(Shortfall.Measure.NO_PROBABILITY, 0, 0));
    }
    double sum = 0;
    for (int above = considered.first(); above <= rank; above++) {
      sum += entropyTerm(considered, above);
    }
    double bound = h * considered.entropy();
    return h == 1 || sum <= bound
        ? Optional.empty()
        : Optional.of(new Shortfall(Shortfall.Measure.ENTROPY_SO_FAR, bound, sum));
  }

  static TopH read(StageValues values) {
    return new TopH(values.number("h", 0.4));
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("h", h);
  }
}
