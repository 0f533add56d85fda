package kelvin.ui.playground;

import java.util.Optional;

/// A message above the panels: something was set aside, was found, or went wrong.
///
/// @param isProblem true if something went wrong; such a message is red
/// @param action what the user can do about it; empty if nothing is offered
/// @param onDismiss runs when the user closes the message without taking the action
/// @param details the words of a library about a problem, for developers; may be empty
public record Notice(
    String sentence,
    boolean isProblem,
    Optional<Action> action,
    Runnable onDismiss,
    String details) {

  /// @param name the label of the button, such as `Bring back`
  /// @param lesson the tooltip
  public record Action(String name, String lesson, Runnable run) {}

  /// A message that only says how things are, such as that the opened file is a record.
  public static Notice news(String sentence) {
    return new Notice(sentence, false, Optional.empty(), () -> {}, "");
  }

  /// News with a button.
  ///
  /// @param onDismiss runs when the user closes the message without taking the action
  public static Notice offer(String sentence, Action action, Runnable onDismiss) {
    return new Notice(sentence, false, Optional.of(action), onDismiss, "");
  }

  static Notice aside(String sentence, Runnable bringBack) {
    return offer(
        sentence,
        new Action(
            "Bring back",
            "Restores the prompt and the generated tokens, and opens their model if another one is"
                + " open.",
            bringBack),
        () -> {});
  }

  /// @param details the words of a library about the problem; may be empty
  static Notice problem(String sentence, String details) {
    return new Notice(sentence, true, Optional.empty(), () -> {}, details);
  }
}
