package kelvin.distribution;

import java.util.ArrayList;

/// How a logits vector becomes what the draw uses: temperature first, then top-k, top-p and min-p,
/// the order of Hugging Face Transformers.
///
/// @param temperature τ ≥ 0; 0 is greedy
/// @param topK at least 1, or 0 for off; ties with the k-th token are kept
/// @param topP in [0, 1]; 1 is off
/// @param minP in [0, 1]; 0 is off
public record SamplingParameters(double temperature, int topK, double topP, double minP) {

  /// The model's own distribution: τ = 1, nothing removed.
  public static final SamplingParameters NEUTRAL = new SamplingParameters(1, 0, 1, 0);

  /// @throws IllegalArgumentException naming the parameter, its range and its value
  public SamplingParameters {
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException(
          "temperature must be 0 (greedy) or greater, was " + temperature);
    }
    if (topK < 0) {
      throw new IllegalArgumentException("top-k must be 1 or more, or 0 for off, was " + topK);
    }
    if (!(topP >= 0 && topP <= 1)) {
      throw new IllegalArgumentException("top-p must be between 0 and 1 (off), was " + topP);
    }
    if (!(minP >= 0 && minP <= 1)) {
      throw new IllegalArgumentException("min-p must be between 0 (off) and 1, was " + minP);
    }
  }

  /// The temperature and the stages that are on, in order.
  public SamplerChain chain() {
    var stages = new ArrayList<SamplerStage>(4);
    stages.add(new Temperature(temperature));
    if (topK > 0) {
      stages.add(new TopK(topK, TopK.Ties.KEEP));
    }
    if (topP < 1) {
      stages.add(new TopP(topP));
    }
    if (minP > 0) {
      stages.add(new MinP(minP));
    }
    return SamplerChain.of(stages.toArray(SamplerStage[]::new));
  }
}
