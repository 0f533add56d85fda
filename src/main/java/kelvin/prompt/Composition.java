package kelvin.prompt;

import java.util.List;
import kelvin.text.Choice;

/// The ways to compose a prompt.
public enum Composition implements Choice {
  /// The prompt is typed as free text.
  TEXT("text", "Text", "The prompt as you type it."),

  /// The prompt is composed from a task in words and an input.
  ZERO_SHOT(
      "zero-shot",
      "Zero-shot",
      "The prompt made of a task in words and an input, without an example."),

  /// The prompt is composed from examples and an input.
  FEW_SHOT(
      "few-shot",
      "Few-shot",
      "The prompt made of examples and a test input; 0 shots is zero-shot."),

  /// The prompt is what the model's chat template makes of turns.
  CHAT("chat", "Chat", "The prompt that the model’s own chat template makes of turns with roles.");

  /// The ways in the order of a menu.
  public static final List<Composition> ALL = List.of(values());

  /// The ways in which a task is written, in the order of a menu.
  public static final List<Composition> OF_TASKS = List.of(TEXT, ZERO_SHOT, FEW_SHOT);

  private final String label;
  private final String title;
  private final String lesson;

  Composition(String label, String title, String lesson) {
    this.label = label;
    this.title = title;
    this.lesson = lesson;
  }

  @Override
  public String label() {
    return label;
  }

  /// The name for display.
  public String title() {
    return title;
  }

  /// A sentence that explains the way to the user.
  public String lesson() {
    return lesson;
  }
}
