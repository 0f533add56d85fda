package kelvin.onnx;

import java.util.Locale;

/// The purpose of an input of the graph.
enum InputRole {
  TOKENS,
  /// Vectors instead of token ids, from another graph in the same folder.
  EMBEDDINGS,
  MASK,
  POSITIONS,
  KEPT_LOGITS,
  TOKEN_TYPES,
  /// The number of cached positions, which is also the index of the first new one.
  PAST_LENGTH,
  /// The number of cached positions after the run.
  TOTAL_LENGTH,
  /// Tells the graph if anything is cached, for graphs that contain two bodies.
  CACHE_BRANCH,
  CACHE,
  UNKNOWN;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
