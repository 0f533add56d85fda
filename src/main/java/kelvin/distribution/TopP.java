package kelvin.distribution;

import java.util.Map;
import java.util.Optional;

/// Keeps the nucleus: the tokens with less than p of the mass strictly above them (Holtzman et
/// al., "The Curious Case of Neural Text Degeneration", 2019).
///
/// The token that crosses p stays, so the first token always stays. Ties are cut by token id.
/// Range: 0 ≤ p ≤ 1. Default: off in Hugging Face Transformers and vLLM, 0.95 in llama.cpp.
///
/// @param minKept how many of the most probable tokens always stay: `min_tokens_to_keep` of
///     Hugging Face Transformers; 1 by default
public record TopP(double p, int minKept) implements TruncationStage {

  public TopP {
    Range.check("top-p", p, p >= 0 && p <= 1, "between 0 and 1");
    Range.checkMinKept(minKept);
  }

  public TopP(double p) {
    this(p, 1);
  }

  @Override
  public StageKind kind() {
    return StageKind.TOP_P;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    return before.keepFirst(Math.max(minKept, before.countWithLessAbove(p)));
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    if (rank < before.first() + before.countWithLessAbove(p) && p > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Shortfall(Shortfall.Measure.MASS_ABOVE, p, Math.max(p, before.massAbove(rank))));
  }

  static TopP read(StageValues values) {
    return new TopP(values.number("p", 1), values.minKept());
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("p", p, "least", minKept);
  }
}
