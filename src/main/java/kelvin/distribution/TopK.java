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
/// @param ties what happens to tokens whose logit equals the k-th
/// @param least how many of the most probable tokens stay whatever the condition says: Hugging Face
///     Transformers' `min_tokens_to_keep`; 1 by default
public record TopK(int k, Ties ties, int least) implements TruncationStage {

  /// Which of the tokens that tie with the k-th survive.
  public enum Ties {
    /// All of them, as in Hugging Face Transformers and vLLM: more than k may be left.
    KEEP,
    /// Those with the lowest ids, so that exactly k are left, as in llama.cpp.
    EXACT
  }

  public TopK {
    Range.check("top-k", k, k >= 1, "at least 1");
    Range.checkLeast(least);
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
    int wanted = wanted();
    if (wanted >= before.count()) {
      return before;
    }
    int last = before.first() + wanted - 1;
    if (ties == Ties.KEEP) {
      double tied = before.logits().atRank(last);
      while (last < before.last() && before.logits().atRank(last + 1) == tied) {
        last++;
      }
    }
    return before.keep(before.first(), last);
  }

  /// How many stay, ties aside.
  private int wanted() {
    return Math.max(k, least);
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    int place = rank - before.first() + 1;
    int wanted = wanted();
    if (place <= wanted) {
      return Optional.empty();
    }
    double last = before.logits().atRank(before.first() + wanted - 1);
    if (ties == Ties.KEEP && before.logits().atRank(rank) == last) {
      return Optional.empty();
    }
    return Optional.of(new Shortfall(Shortfall.Measure.RANK, wanted, place));
  }

  static TopK read(StageValues values) {
    return new TopK(values.whole("k", 50), values.choice("ties", Ties.KEEP), values.least());
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("k", k);
    settings.put("ties", ties == Ties.KEEP ? "keep" : "exact");
    settings.put("least", least);
    return settings;
  }
}
