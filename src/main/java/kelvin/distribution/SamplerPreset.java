package kelvin.distribution;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The sampler chains of other engines: their stages in their order, with their defaults and tie
/// rules.
///
/// A stage that an engine does not use by default is off and has a sensible value.
public enum SamplerPreset {
  /// Hugging Face Transformers 5.18, `generate` with `do_sample=True`. By default it is top-50
  /// sampling.
  HUGGING_FACE("hf", "HF") {
    @Override
    public SamplerChain chain() {
      return new SamplerChain(
          List.of(
              off(new LogitBias(List.of())),
              off(new RepetitionPenalty(1.1, PenaltyScope.ALL)),
              off(new NoRepeatNgram(3)),
              off(new SuppressedTokens(List.of())),
              on(new Temperature(1)),
              off(new TopH(0.4)),
              on(new TopK(50, TopK.Ties.KEEP)),
              off(new TopP(0.95)),
              off(new MinP(0.05)),
              off(new Typical(0.95)),
              off(new EpsilonCutoff(3e-4)),
              off(new EtaCutoff(2e-3))));
    }
  },
  /// llama.cpp's `common/common.h`. Temperature comes last, so it never changes which tokens
  /// survive.
  LLAMA_CPP("llama.cpp", "llama.cpp") {
    @Override
    public SamplerChain chain() {
      return new SamplerChain(
          List.of(
              off(new LogitBias(List.of())),
              off(new RepetitionPenalty(1.1, PenaltyScope.LAST_64)),
              off(new FrequencyPenalty(0.5, PenaltyScope.LAST_64)),
              off(new PresencePenalty(0.5, PenaltyScope.LAST_64)),
              off(new Dry(0.8, 1.75, 2, 0, List.of())),
              off(new TopNSigma(1)),
              on(new TopK(40, TopK.Ties.EXACT)),
              off(new Typical(0.95)),
              on(new TopP(0.95)),
              on(new MinP(0.05)),
              off(new Xtc(0.5, 0.1)),
              on(new Temperature(0.8))));
    }
  },
  /// vLLM's V1 sampler: min-p before top-k and top-p.
  VLLM("vllm", "vLLM") {
    @Override
    public SamplerChain chain() {
      return new SamplerChain(
          List.of(
              off(new SuppressedTokens(List.of())),
              off(new LogitBias(List.of())),
              off(new RepetitionPenalty(1.1, PenaltyScope.ALL)),
              off(new FrequencyPenalty(0.5, PenaltyScope.OUTPUT)),
              off(new PresencePenalty(0.5, PenaltyScope.OUTPUT)),
              on(new Temperature(1)),
              off(new MinP(0.05)),
              off(new TopK(50, TopK.Ties.KEEP)),
              off(new TopP(0.95))));
    }
  };

  private final String label;
  private final String title;

  SamplerPreset(String label, String title) {
    this.label = label;
    this.title = title;
  }

  private static SamplerChain.Entry on(SamplerStage stage) {
    return new SamplerChain.Entry(stage, true);
  }

  private static SamplerChain.Entry off(SamplerStage stage) {
    return new SamplerChain.Entry(stage, false);
  }

  /// The name in files and on the command line.
  public String label() {
    return label;
  }

  /// The name in the window.
  public String title() {
    return title;
  }

  /// @throws IllegalArgumentException if there is no such preset; the message lists all
  public static SamplerPreset of(String label) {
    return Arrays.stream(values())
        .filter(preset -> preset.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no preset '"
                        + label
                        + "'; use one of: "
                        + Arrays.stream(values())
                            .map(SamplerPreset::label)
                            .collect(Collectors.joining(", "))));
  }

  /// The engine's default chain.
  public abstract SamplerChain chain();

  /// The engine's order and tie rules, with nothing removed, penalised or scaled.
  public SamplerChain neutral() {
    var chain = chain();
    for (var entry : chain.entries()) {
      chain = chain.switched(entry.stage().kind(), false);
    }
    return chain.with(new Temperature(1));
  }
}
