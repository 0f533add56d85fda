package kelvin.distribution;

/// A stage that changes the logits of single tokens, before they are ranked.
public non-sealed interface LogitTransform extends SamplerStage {

  /// @param edits the logits as the transforms before have left them; changed in place
  void apply(LogitEdits edits, TokenHistory history);
}
