package kelvin.ui.playground;

import java.util.Optional;

/// A sentence above the panels: something was put aside, was found, or went wrong.
///
/// @param action what can be done about it; none for what went wrong
/// @param onDismiss what happens when the sentence is put away unheeded
public record Notice(String sentence, Optional<Action> action, Runnable onDismiss) {

  /// @param name on the button, such as `Bring back`
  /// @param lesson what it does, for the tooltip
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
