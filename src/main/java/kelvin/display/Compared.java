package kelvin.display;

import java.util.List;
import kelvin.text.Choice;

/// The numbers of the two sides that the page Compare shows.
public enum Compared implements Choice {
  TOKEN("token", "Next token", "The distribution of the next token after each prompt."),
  LABELS("labels", "Labels", "The labels’ probabilities after each prompt."),
  ANSWERS(
      "answers",
      "Answers",
      "Whole answers up to a stop text, each with its joint probability after both prompts."),
  TEXT("text", "Over a text", "Where both models differ in a text, token by token."),
  EXPORTS(
      "exports",
      "Exports",
      "What the smaller exports of the playground’s model lose over a text, and what they save.");

  /// All of them, from left to right.
  public static final List<Compared> ALL = List.of(values());

  private final String label;
  private final String title;
  private final String lesson;

  Compared(String label, String title, String lesson) {
    this.label = label;
    this.title = title;
    this.lesson = lesson;
  }

  @Override
  public String label() {
    return label;
  }

  /// The name for people.
  public String title() {
    return title;
  }

  public String lesson() {
    return lesson;
  }

  /// True if this says something whatever models the sides have.
  public boolean isAlways() {
    return this == TOKEN || this == LABELS || this == ANSWERS;
  }
}
