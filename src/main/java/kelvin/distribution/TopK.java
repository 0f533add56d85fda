package kelvin.distribution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps the k most probable tokens (Fan, Lewis and Dauphin, "Hierarchical Neural Story
/// Generation", 2018).
///
/// Range: k ≥ 1; k ≥ V keeps all. Default: 50 in Hugging Face Transformers, 40 in llama.cpp.
///
/// @param k how many
/// @param ties the treatment of tokens whose logit equals the k-th
/// @param minKept how many of the most probable tokens always stay: `min_tokens_to_keep` of
///     Hugging Face Transformers; 1 by default
public record TopK(int k, Ties ties, int minKept) implements TruncationStage {

  /// The treatment of tokens that tie with the k-th.
  public enum Ties {
    /// All of them stay, as in Hugging Face Transformers and vLLM. More than k may be left.
    KEEP,
    /// Those with the lowest ids stay, so that exactly k are left, as in llama.cpp.
    EXACT
  }

  public TopK {
    Range.check("top-k", k, k >= 1, "at least 1");
    Range.checkMinKept(minKept);
  }

  public TopK(int k, Ties ties) {
    this(k, ties, 1);
  }

  @Override
  public StageKind kind() {
    return StageKind.TOP_K;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    int target = target();
    if (target >= before.count()) {
      return before;
    }
    int last = before.first() + target - 1;
    if (ties == Ties.KEEP) {
      double tied = before.logits().atRank(last);
      while (last < before.last() && before.logits().atRank(last + 1) == tied) {
        last++;
      }
    }
    return before.keep(before.first(), last);
  }

  /// The number of tokens to keep, ties aside.
  private int target() {
    return Math.max(k, minKept);
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    int place = rank - before.first() + 1;
    int target = target();
    if (place <= target) {
      return Optional.empty();
    }
    double last = before.logits().atRank(before.first() + target - 1);
    if (ties == Ties.KEEP && before.logits().atRank(rank) == last) {
      return Optional.empty();
    }
    return Optional.of(new Shortfall(Shortfall.Measure.RANK, target, place));
  }

  static TopK read(StageValues values) {
    return new TopK(values.whole("k", 50), values.choice("ties", Ties.KEEP), values.minKept());
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("k", k);
    settings.put("ties", ties == Ties.KEEP ? "keep" : "exact");
    settings.put("least", minKept);
    return settings;
  }
}
