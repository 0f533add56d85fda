package kelvin.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.cli.environment.UsageException;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// From logits to what the draw uses: which stages, in which order, with which settings.
public final class SamplingOptions {

  @Option(
      names = "--temperature",
      paramLabel = "TAU",
      description = "Logits are divided by it; 0 is greedy. Default: 1.")
  @Nullable Double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      description =
          "Keep the K most probable tokens, and those that tie with the K-th (with --order"
              + " llama.cpp: exactly K); 0 is off.")
  @Nullable Integer topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description =
          "Keep the nucleus: the tokens with less than P of the mass above them, 0 to 1; 1 is off.")
  @Nullable Double topP;

  @Option(
      names = "--min-p",
      paramLabel = "P",
      description = "Keep tokens with at least P times the greatest probability, 0 to 1; 0 is off.")
  @Nullable Double minP;

  @Option(
      names = "--typical-p",
      paramLabel = "P",
      description =
          "Keep the tokens whose surprisal is nearest to the entropy, until they have P of the mass;"
              + " 1 is off.")
  @Nullable Double typicalP;

  @Option(
      names = "--epsilon-cutoff",
      paramLabel = "E",
      description = "Keep tokens with a probability of at least E, 0 to 1; 0 is off.")
  @Nullable Double epsilonCutoff;

  @Option(
      names = "--eta-cutoff",
      paramLabel = "E",
      description = "Keep tokens of at least min(E, sqrt(E) * e^-entropy), 0 to 1; 0 is off.")
  @Nullable Double etaCutoff;

  @Option(
      names = "--top-n-sigma",
      paramLabel = "N",
      description = "Keep logits within N standard deviations of the greatest; 0 is off.")
  @Nullable Double topNSigma;

  @Option(
      names = "--top-h",
      paramLabel = "H",
      description =
          "Keep the first tokens while they have at most H of the entropy, 0 to 1; 0 is off.")
  @Nullable Double topH;

  @Option(
      names = "--repetition-penalty",
      paramLabel = "R",
      description =
          "Divide the positive logits of tokens that have occurred by R, multiply the negative ones;"
              + " 1 is off.")
  @Nullable Double repetitionPenalty;

  @Option(
      names = "--frequency-penalty",
      paramLabel = "F",
      description =
          "Lower a logit by F for each time that its token was generated; 0 is off. With --order"
              + " llama.cpp the last 64 tokens count, the prompt's too.")
  @Nullable Double frequencyPenalty;

  @Option(
      names = "--presence-penalty",
      paramLabel = "F",
      description = "The same, once however often it was generated; 0 is off.")
  @Nullable Double presencePenalty;

  @Option(
      names = "--logit-bias",
      paramLabel = "ID=VALUE",
      description = "Add VALUE to the logit of a token; -inf forbids it; repeatable.")
  List<String> logitBias = List.of();

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "hf, llama.cpp or vllm: the order and the rules for ties of these; or names of stages,"
              + " such as top-p,temperature. Default: hf.")
  @Nullable String order;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "hf, llama.cpp or vllm: begin with the stages that these use by default, such as the top-k"
              + " of 50 of hf.")
  @Nullable String preset;

  @Option(
      names = "--sampler-file",
      paramLabel = "FILE",
      description =
          "Begin with the chain of a file, as 'kelvin sampler --as json' writes it. Other options"
              + " change its stages.")
  @Nullable String samplerFile;

  @Option(
      names = "--sampler",
      paramLabel = "JSON",
      description = "Begin with a chain that is given here, as the text of such a file.")
  @Nullable String sampler;

  /// The numbers that are given, in the order in which stages that the chain lacks are added to it.
  Map<StageKind, Number> numbers() {
    var numbers = new LinkedHashMap<StageKind, Number>();
    put(numbers, StageKind.TEMPERATURE, temperature);
    put(numbers, StageKind.TOP_H, topH);
    put(numbers, StageKind.TOP_K, topK);
    put(numbers, StageKind.TOP_P, topP);
    put(numbers, StageKind.MIN_P, minP);
    put(numbers, StageKind.TYPICAL, typicalP);
    put(numbers, StageKind.EPSILON_CUTOFF, epsilonCutoff);
    put(numbers, StageKind.ETA_CUTOFF, etaCutoff);
    put(numbers, StageKind.TOP_N_SIGMA, topNSigma);
    return numbers;
  }

  private static void put(Map<StageKind, Number> numbers, StageKind kind, @Nullable Number given) {
    if (given != null) {
      numbers.put(kind, given);
    }
  }

  /// The chain that the options ask for.
  public SamplerChain chain() {
    return chain(Optional.empty());
  }

  /// The chain that the options make of another one.
  ///
  /// @param start the chain to begin with where no option says another one
  public SamplerChain chainFrom(SamplerChain start) {
    return chain(Optional.of(start));
  }

  private SamplerChain chain(Optional<SamplerChain> start) {
    try {
      return new ChainOfOptions(this, start).build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  /// Refuses a chain that names tokens which the logits do not have.
  public static void checkTokens(SamplerChain chain, int logitCount) {
    try {
      chain.checkTokens(logitCount);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }
}
