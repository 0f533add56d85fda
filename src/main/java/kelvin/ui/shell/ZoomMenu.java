package kelvin.ui.shell;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyEvent;
import kelvin.ui.theme.Zoom;

/// The Zoom menu: makes everything in the window larger or smaller, from 100 to 300 %.
final class ZoomMenu extends Menu {

  private final Commands commands;

  ZoomMenu(Commands commands) {
    super("Zoom");
    this.commands = commands;
    var in = MainMenu.item("Zoom in", "Shortcut+Plus", () -> change(Zoom::in));
    in.disableProperty().bind(commands.zoomProperty().greaterThanOrEqualTo(Zoom.MAX));
    var out = MainMenu.item("Zoom out", "Shortcut+Minus", () -> change(Zoom::out));
    out.disableProperty().bind(commands.zoomProperty().lessThanOrEqualTo(Zoom.MIN));
    getItems()
        .addAll(in, out, MainMenu.item("Actual size", "Shortcut+0", () -> change(_ -> Zoom.MIN)));
    textProperty()
        .bind(
            commands
                .zoomProperty()
                .map(zoom -> "Zoom (" + Math.round(100 * zoom.doubleValue()) + " %)"));
  }

  /// Also handles other keys: many keyboards need Shift for plus, and the keypad has digits of its
  /// own.
  void takeOtherKeysOf(Node window) {
    window.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && !event.isAltDown()) {
            switch (event.getCode()) {
              case EQUALS, ADD -> change(Zoom::in);
              case SUBTRACT -> change(Zoom::out);
              case NUMPAD0 -> change(_ -> Zoom.MIN);
              default -> {
                return;
              }
            }
            event.consume();
          }
        });
  }

  private void change(DoubleUnaryOperator step) {
    commands.zoomProperty().set(step.applyAsDouble(commands.zoomProperty().get()));
  }
}
