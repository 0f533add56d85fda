package kelvin.ui.playground;

import java.util.Optional;

/// A message above the panels: something was set aside, was found, or went wrong.
///
/// @param action what the user can do about it; empty for a problem
/// @param onDismiss runs when the user closes the message without taking the action
/// @param details the words of a library about a problem, for developers; may be empty
public record Notice(String sentence, Optional<Action> action, Runnable onDismiss, String details) {

  /// A message of which no library said more.
  public Notice(String sentence, Optional<Action> action, Runnable onDismiss) {
    this(sentence, action, onDismiss, "");
  }

  /// @param name the label of the button, such as `Bring back`
  /// @param lesson the tooltip
  public record Action(String name, String lesson, Runnable run) {}

  static Notice aside(String sentence, Runnable bringBack) {
    var action =
        new Action(
            "Bring back",
            "Restores the prompt and the generated tokens, and opens their model if another one is"
                + " open.",
            bringBack);
    return new Notice(sentence, Optional.of(action), () -> {});
  }

  static Notice problem(String sentence, String details) {
    return new Notice(sentence, Optional.empty(), () -> {}, details);
  }

  boolean isProblem() {
    return action.isEmpty();
  }
}
