package kelvin.onnx;

import java.util.Locale;

/// What an input of the graph is for.
enum InputRole {
  TOKENS,
  /// Vectors in place of token ids, from a graph beside this one.
  EMBEDDINGS,
  MASK,
  POSITIONS,
  KEPT_LOGITS,
  TOKEN_TYPES,
  /// How many positions are cached, which is also where new ones are written.
  PAST_LENGTH,
  /// How many positions are cached after the run.
  TOTAL_LENGTH,
  /// Whether something is cached, for graphs that hold two bodies.
  CACHE_BRANCH,
  CACHE,
  UNKNOWN;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
