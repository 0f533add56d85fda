package kelvin.onnx;

import java.util.Locale;

/// What an input of the graph is for.
enum InputRole {
  TOKENS,
  MASK,
  POSITIONS,
  KEPT_LOGITS,
  CACHE,
  UNKNOWN;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
