package kelvin.onnx.proof;

import kelvin.inference.ProofResult.FaultKind;

/// Words the faults that a proof at length finds.
public final class ProofSentences {

  /// The remedy for a model that is not causal.
  public static final String NEED_CAUSAL =
      "Export a causal language model, for example with: optimum-cli export onnx"
          + " --task text-generation-with-past.";

  private ProofSentences() {}

  /// The reason for the refusal of a model.
  ///
  /// @param length the number of tokens at which the fault first showed
  static String reason(FaultKind kind, int length) {
    return switch (kind) {
      case CACHE ->
          "from "
              + length
              + " tokens on, the logits with the graph's cache differ from those of the whole"
              + " context.";
      case CAUSAL ->
          "in a longer text, a later token changes the logits of token "
              + length
              + ", so this is not a causal language model.";
      case POSITIONS ->
          "the graph confuses the positions of tokens from position "
              + (length - 1)
              + " on, so longer texts would get wrong logits.";
      case NUMBERS ->
          "from " + length + " tokens on, the graph's logits are not numbers (NaN or infinite).";
    };
  }

  static String remedy(FaultKind kind) {
    return switch (kind) {
      case CACHE -> "Export the model again, with or without a cache.";
      case CAUSAL -> NEED_CAUSAL;
      case POSITIONS -> "Export the model again, for its whole context length.";
      case NUMBERS -> "Numbers may be too large for its precision: use the fp32 version.";
    };
  }
}
