package kelvin.ui.shell;

import java.util.function.DoubleUnaryOperator;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.theme.Zoom;

/// The commands of the Zoom menu: make everything in the window larger or smaller, from 100 to
/// 300 %.
final class ZoomMenu {

  private final Commands commands;

  ZoomMenu(Commands commands) {
    this.commands = commands;
  }

  CommandGroup group() {
    var zoom = commands.zoomProperty();
    return new CommandGroup(
        "zoom",
        zoom.map(now -> "Zoom (" + Math.round(100 * now.doubleValue()) + " %)"),
        FXCollections.observableArrayList(
            Command.of("zoom-in", "Zoom in", () -> change(Zoom::in))
                .on(Shortcut.ZOOM_IN)
                .when(
                    zoom.map(now -> now.doubleValue() < Zoom.MAX), "The zoom is at its greatest."),
            Command.of("zoom-out", "Zoom out", () -> change(Zoom::out))
                .on(Shortcut.ZOOM_OUT)
                .when(
                    zoom.map(now -> now.doubleValue() > Zoom.MIN), "The zoom is at its smallest."),
            Command.of("actual-size", "Actual size", () -> change(_ -> Zoom.MIN))
                .on(Shortcut.ACTUAL_SIZE)));
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
