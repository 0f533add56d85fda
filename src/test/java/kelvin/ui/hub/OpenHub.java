package kelvin.ui.hub;

import javafx.scene.Scene;
import javafx.stage.Window;

/// Finds the dialog *Get models* among the windows.
final class OpenHub {

  private OpenHub() {}

  static boolean isShown() {
    return count() > 0;
  }

  static long count() {
    return Window.getWindows().stream().filter(OpenHub::isDialog).count();
  }

  static Scene scene() {
    return Window.getWindows().stream()
        .filter(OpenHub::isDialog)
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  /// Closes it, if it is open.
  static void close() {
    Window.getWindows().stream().filter(OpenHub::isDialog).toList().forEach(Window::hide);
  }

  private static boolean isDialog(Window shown) {
    return shown.getScene() != null && shown.getScene().lookup("#hub-offers") != null;
  }
}
