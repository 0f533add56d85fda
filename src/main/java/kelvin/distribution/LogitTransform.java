package kelvin.distribution;

/// Changes the logits of single tokens before they are ranked.
public non-sealed interface LogitTransform extends SamplerStage {

  /// @param edits the logits after the transforms before this one; changed in place
  void apply(LogitEdits edits, TokenHistory history);
}
