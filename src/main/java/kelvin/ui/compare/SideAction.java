package kelvin.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;

/// Something that can be done with the prompt of a side, as a button of its card and as a command.
///
/// @param label a short name that never changes
/// @param lesson tells what it does
/// @param offered whether it can be done now; empty if it always can
record SideAction(
    String label,
    String title,
    String lesson,
    Runnable action,
    Optional<ObservableBooleanValue> offered) {

  /// The reason that a side cannot be sent.
  static final String NOTHING_TO_SEND =
      "The side has no prompt, or has the playground’s prompt and sampling already.";

  /// All of them, in the order of the buttons.
  ///
  /// @param name `A` or `B`
  static List<SideAction> of(String name, SideViewModel side, CompareViewModel compare) {
    return List.of(
        new SideAction(
            "take",
            "Copy from playground",
            "Takes the playground’s prompt over as it is now, to be changed here.",
            () -> compare.takePrompt(side),
            Optional.empty()),
        new SideAction(
            "zero-shot",
            "Without examples",
            "Takes the playground’s few-shot prompt without its examples: zero-shot.",
            () -> compare.takeZeroShot(side),
            Optional.empty()),
        new SideAction(
            "send",
            "Send to playground",
            "Makes the prompt of side "
                + name
                + " the playground’s, and its sampling if the side has its own. Undo takes it"
                + " back.",
            () -> compare.send(side),
            Optional.of(
                side.textProperty()
                    .isNotEmpty()
                    .and(side.followsPromptProperty().and(side.followsSamplingProperty()).not()))));
  }
}
