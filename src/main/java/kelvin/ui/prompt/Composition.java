package kelvin.ui.prompt;

/// How the prompt is made.
public enum Composition {
  /// Typed as it is.
  TEXT,
  /// From examples and a question.
  FEW_SHOT
}
