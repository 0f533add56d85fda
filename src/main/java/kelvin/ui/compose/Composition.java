package kelvin.ui.compose;

import java.util.List;

/// How the prompt is made.
public enum Composition {
  /// Typed as it is.
  TEXT("Text", "The prompt as you type it."),

  /// From a task in words and an input.
  ZERO_SHOT("Zero-shot", "The prompt made of a task in words and an input, without an example."),

  /// From examples and an input.
  FEW_SHOT("Few-shot", "The prompt made of examples and a test input; 0 shots is zero-shot.");

  /// All, in the order of the switch.
  public static final List<Composition> ALL = List.of(values());

  private final String label;
  private final String lesson;

  Composition(String label, String lesson) {
    this.label = label;
    this.lesson = lesson;
  }

  public String label() {
    return label;
  }

  public String lesson() {
    return lesson;
  }
}
