package kelvin.ui.playground;

import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import kelvin.ui.control.TabMoves;
import kelvin.ui.theme.ThemeStyle;

/// Shows a longer text that can be selected and copied.
final class TextDialog {

  private TextDialog() {}

  /// Opens the dialog over the window of `scene` and waits until it is closed.
  static void show(Scene scene, String title, String content) {
    var text = new TextArea(content);
    TabMoves.out(text);
    text.setEditable(false);
    text.setPrefSize(760, 460);
    text.getStyleClass().add("report");
    text.setAccessibleText(title);
    var dialog = new Dialog<ButtonType>();
    dialog.initOwner(scene.getWindow());
    dialog.setTitle(title);
    ThemeStyle.match(dialog.getDialogPane(), scene);
    dialog.getDialogPane().setContent(text);
    dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    dialog.showAndWait();
  }
}
