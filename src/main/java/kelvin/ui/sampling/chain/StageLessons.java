package kelvin.ui.sampling.chain;

import kelvin.distribution.StageKind;

/// The names and explanations of all stages, with formulas, for tooltips.
public final class StageLessons {

  private StageLessons() {}

  /// The name that the user sees.
  public static String title(StageKind kind) {
    return switch (kind) {
      case LOGIT_BIAS -> "Logit bias";
      case SUPPRESSED_TOKENS -> "Suppressed tokens";
      default -> StageSettings.of(kind, 2).getFirst().name();
    };
  }

  public static String lesson(StageKind kind) {
    return switch (kind) {
      case LOGIT_BIAS ->
          """
          l′ = l + bias, for the tokens that you choose.
          +1 makes a token e ≈ 2.7 times as probable against all others; −inf forbids it.""";
      case SUPPRESSED_TOKENS ->
          """
          l′ = −∞: the tokens that you choose are never drawn.
          If you suppress all of them the top token stays, because something has to be drawn.""";
      case REPETITION_PENALTY ->
          """
          A token that has occurred, once or often: l′ = l / r where l > 0, else l · r.
          Above 1 discourages, below 1 encourages. Transformers and vLLM count the prompt and
          all output; llama.cpp the last 64 tokens. The menu of the card sets whose rule it is.""";
      case FREQUENCY_PENALTY ->
          """
          l′ = l − f · count: lower for each time that the token has occurred.
          OpenAI and vLLM count the output alone, llama.cpp the last 64 tokens.""";
      case PRESENCE_PENALTY ->
          """
          l′ = l − f for each token that has occurred at all, however often.
          OpenAI and vLLM count the output alone, llama.cpp the last 64 tokens.""";
      case NO_REPEAT_NGRAM ->
          """
          l′ = −∞ for each token that would complete n tokens that stand in the text already.
          1 forbids every token that has occurred. The prompt counts too.""";
      case DRY ->
          """
          Don’t repeat yourself: if the last m ≥ allowed tokens have stood in the text before,
          the token that followed there gets l′ = l − multiplier · base^(m − allowed).
          A breaker, such as a line feed, ends what is compared.""";
      case TEMPERATURE ->
          """
          Divides every logit before softmax: p = softmax(l / τ).
          Below 1 the likely tokens gain, above 1 all become more alike;
          1 changes nothing, 0 always takes the top token (greedy).
          The order of the tokens never changes.""";
      case DYNAMIC_TEMPERATURE ->
          """
          A temperature that follows the entropy H of the n tokens that it sees:
          τ = τ₁ + (τ₂ − τ₁) · (H / ln n)^exponent, from middle − range to middle + range.
          Low where the model is sure, high where it is not (llama.cpp).""";
      case TOP_K ->
          """
          Keeps the k most probable tokens and removes the rest.
          Tokens that tie with the k-th are kept too in Transformers and vLLM; llama.cpp keeps
          exactly k. The menu of the card sets which.""";
      case TOP_P ->
          """
          Keeps the nucleus: going down the ranks, a token stays while less than p
          of the mass stands above it. The token that crosses p is in.
          Drag the line in the curve below the bars to see it.""";
      case MIN_P ->
          """
          Keeps tokens with p ≥ min-p · p of the top token:
          strict where the model is sure, lenient where it is not.""";
      case TYPICAL ->
          """
          Keeps the tokens whose surprisal −ln p is nearest to the entropy H, by |−ln p − H|,
          until they have this mass. The top token may be too predictable to stay.""";
      case EPSILON_CUTOFF ->
          """
          Keeps tokens with p ≥ ε, an absolute bound. Useful values are small: 0.0003 to 0.0009.
          When none reaches it the top token stays.""";
      case ETA_CUTOFF ->
          """
          Keeps tokens with p ≥ min(ε, √ε · e^(−H)): a bound that falls where the model is
          unsure. When none reaches it the top token stays.""";
      case TOP_N_SIGMA ->
          """
          Keeps l ≥ max − n · σ, with σ the standard deviation of the logits.
          Dividing by τ divides σ too, so no temperature changes what is kept.""";
      case TOP_H ->
          """
          Keeps the first tokens while Σ −p ln p of them is at most h · H,
          over the 100 most probable ones. The top token always stays.""";
      case XTC ->
          """
          Exclude top choices: with this probability a step loses all tokens of at least the
          threshold, but for the least probable of them. The same seed and step always do
          the same. Above a threshold of 0.5 it never acts.""";
      case MIROSTAT_1 ->
          """
          Aims at a surprise of so many bits a token. It estimates Zipf’s exponent of the first
          100 tokens and keeps as many as have an expected surprise of μ;
          after each step μ′ = μ − η · (surprise − target).""";
      case MIROSTAT_2 ->
          """
          Aims at a surprise of so many bits a token: keeps −log₂ p ≤ μ;
          after each step μ′ = μ − η · (surprise − target). μ begins at twice the target.""";
    };
  }
}
