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
public record TopK(int k, Ties ties) implements TruncationStage {

  /// Which of the tokens that tie with the k-th survive.
  public enum Ties {
    /// All of them, as in Hugging Face Transformers and vLLM: more than k may be left.
    KEEP,
    /// Those with the lowest ids, so that exactly k are left, as in llama.cpp.
    EXACT
  }

  public TopK {
    Range.check("top-k", k, k >= 1, "at least 1");
  }

  @Override
  public StageKind kind() {
    return StageKind.TOP_K;
  }

  @Override
  public Survivors keep(Survivors before, StepContext step) {
    if (k >= before.count()) {
      return before;
    }
    int last = before.first() + k - 1;
    if (ties == Ties.KEEP) {
      double least = before.logits().atRank(last);
      while (last < before.last() && before.logits().atRank(last + 1) == least) {
        last++;
      }
    }
    return before.keep(before.first(), last);
  }

  @Override
  public Optional<Shortfall> shortfall(int rank, Survivors before, StepContext step) {
    int place = rank - before.first() + 1;
    if (place <= k) {
      return Optional.empty();
    }
    double least = before.logits().atRank(before.first() + k - 1);
    if (ties == Ties.KEEP && before.logits().atRank(rank) == least) {
      return Optional.empty();
    }
    return Optional.of(new Shortfall(Shortfall.Measure.RANK, k, place));
  }

  static TopK read(StageValues values) {
    return new TopK(values.whole("k", 50), values.choice("ties", Ties.KEEP));
  }

  @Override
  public Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("k", k);
    settings.put("ties", ties == Ties.KEEP ? "keep" : "exact");
    return settings;
  }
}
