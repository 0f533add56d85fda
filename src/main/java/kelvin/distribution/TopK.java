package kelvin.distribution;

/// Keeps the k most probable tokens (Fan, Lewis and Dauphin, "Hierarchical Neural Story
/// Generation", 2018).
///
/// @param k at least 1; k ≥ V keeps all
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
    if (k < 1) {
      throw new IllegalArgumentException("top-k must be at least 1, was " + k);
    }
  }

  @Override
  public String name() {
    return "top-k";
  }

  @Override
  public int keep(Distribution scaled, int kept) {
    if (k >= kept) {
      return kept;
    }
    if (ties == Ties.EXACT) {
      return k;
    }
    var logits = scaled.logits();
    float least = logits.atRank(k);
    int count = k;
    while (count < kept && logits.atRank(count + 1) == least) {
      count++;
    }
    return count;
  }
}
