package kelvin.ui.control.command;

import javafx.scene.input.KeyCombination;

/// Names keys as they are printed on a keyboard.
public final class KeyNames {

  private KeyNames() {}

  /// For example `Ctrl+Shift+Enter` or `Alt+↑`.
  public static String of(KeyCombination keys) {
    return keys.getDisplayText()
        .replace("↵", "Enter")
        .replace("Escape", "Esc")
        .replace("Back Space", "Backspace");
  }
}
