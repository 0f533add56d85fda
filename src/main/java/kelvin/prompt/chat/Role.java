package kelvin.prompt.chat;

import java.util.List;
import kelvin.text.Choice;

/// The speaker of a turn.
public enum Role implements Choice {
  /// Says how the model is to behave; most templates take it only as the first turn.
  SYSTEM("system", "System", "What the model is told before the chat: the system prompt."),

  /// Asks.
  USER("user", "User", "What the user says."),

  /// Answers.
  ASSISTANT("assistant", "Assistant", "What the model is shown as an answer of its own."),

  /// Gives back what a called tool found.
  TOOL("tool", "Tool", "What a tool gave back that the assistant called in the turn before.");

  /// The roles in the order of a menu.
  public static final List<Role> ALL = List.of(values());

  private final String label;
  private final String title;
  private final String lesson;

  Role(String label, String title, String lesson) {
    this.label = label;
    this.title = title;
    this.lesson = lesson;
  }

  /// The word in files and in templates.
  @Override
  public String label() {
    return label;
  }

  /// The name for display.
  public String title() {
    return title;
  }

  /// A sentence that explains the role to the user.
  public String lesson() {
    return lesson;
  }

  /// The role of the turn after one of this role, in a chat that goes on as usual.
  public Role next() {
    return this == USER || this == TOOL ? ASSISTANT : USER;
  }
}
