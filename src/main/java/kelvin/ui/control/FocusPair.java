package kelvin.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

/// Passes the focus between a button that begins something and one that cancels it. The pressed one
/// is off as soon as the other is on, and the toolkit would move the focus to another place.
public final class FocusPair {

  private FocusPair() {}

  /// Call it after the buttons were bound to the same condition.
  ///
  /// @param running true while `begin` is off and `cancel` is on
  public static void join(Button begin, Button cancel, ObservableValue<Boolean> running) {
    running.addListener(
        (_, _, now) -> {
          if (now) {
            pass(begin, cancel);
          } else {
            pass(cancel, begin);
          }
        });
  }

  /// Does the same for a second button that begins, and that disappears then. The focus does not
  /// return to it.
  public static void joinAnother(Button begin, Button cancel, ObservableValue<Boolean> running) {
    running.addListener(
        (_, _, now) -> {
          if (now) {
            pass(begin, cancel);
          }
        });
  }

  private static void pass(Button from, Button to) {
    if (from.isFocused()) {
      to.requestFocus();
    }
  }
}
