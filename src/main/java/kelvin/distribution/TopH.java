package kelvin.distribution;

import java.util.Map;
import java.util.Optional;

/// Keeps the first tokens while the sum of their −p ln p is at most h times the entropy (Potraghloo
/// et al., "Top-H Decoding", 2025).
///
/// As in Hugging Face Transformers 5, the 100 greatest logits alone are looked at, renormalised;
/// the sum is not renormalised again; the first token always stays. Range: 0 < h ≤ 1, where 1 keeps
/// those 100. Default: off; the paper uses 0.4.
public record TopH(double h) implements TruncationStage {

  private static final int LOOKED_AT = 100;

  public TopH {
    Range.check("top-h", h, h > 0 && h <= 1, "greater than 0 and at most 1");
  }

  @Override
  public StageKind kind() {
    return StageKind.TOP_H;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    var looked = before.keepFirst(LOOKED_AT);
    if (h == 1) {
      return looked;
    }
    double most = h * looked.entropy();
    double sum = part(looked, looked.first());
    int last = looked.first();
    while (last < looked.last() && sum + part(looked, last + 1) <= most) {
      last++;
      sum += part(looked, last);
    }
    return looked.keep(looked.first(), last);
  }

  private static double part(Survivors looked, int rank) {
    double p = looked.probability(rank);
    return p == 0 ? 0 : p * looked.surprisal(rank);
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    var looked = before.keepFirst(LOOKED_AT);
    if (!looked.has(rank)) {
      return Optional.of(
          new Shortfall(Shortfall.Measure.RANK, LOOKED_AT, rank - before.first() + 1));
    }
    double sum = 0;
    for (int above = looked.first(); above <= rank; above++) {
      sum += part(looked, above);
    }
    double most = h * looked.entropy();
    return h == 1 || sum <= most
        ? Optional.empty()
        : Optional.of(new Shortfall(Shortfall.Measure.ENTROPY_SO_FAR, most, sum));
  }

  static TopH read(StageValues values) {
    return new TopH(values.number("h", 0.4));
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("h", h);
  }
}
