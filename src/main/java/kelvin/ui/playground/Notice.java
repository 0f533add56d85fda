package kelvin.ui.playground;

import java.util.Optional;

/// A message above the panels: something was set aside, was found, or went wrong.
///
/// @param action what the user can do about it; empty for a problem
/// @param onDismiss runs when the user closes the message without taking the action
public record Notice(String sentence, Optional<Action> action, Runnable onDismiss) {

  /// @param name the label of the button, such as `Bring back`
  /// @param lesson the tooltip
  public record Action(String name, String lesson, Runnable run) {}

  static Notice aside(String sentence, Runnable bringBack) {
    var action =
        new Action("Bring back", "Restores the prompt and the generated tokens.", bringBack);
    return new Notice(sentence, Optional.of(action), () -> {});
  }

  static Notice problem(String sentence) {
    return new Notice(sentence, Optional.empty(), () -> {});
  }

  boolean isProblem() {
    return action.isEmpty();
  }
}
