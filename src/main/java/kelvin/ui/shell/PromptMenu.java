package kelvin.ui.shell;

import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import kelvin.ui.control.command.CommandList;
import kelvin.ui.control.command.CommandMenus;
import kelvin.ui.control.command.MenuPart;

/// The context menu of the prompt. JavaFX's own would undo the typing only, and not what else
/// changed the prompt.
final class PromptMenu {

  private PromptMenu() {}

  /// @param more commands at the end
  static void install(TextInputControl prompt, CommandList commands, MenuPart... more) {
    var parts =
        Stream.of("undo", "redo", "", "cut", "copy", "paste", "delete", "", "select-all", "")
            .map(id -> id.isEmpty() ? MenuPart.LINE : part(commands, id));
    var menu = new ContextMenu();
    menu.getItems().setAll(CommandMenus.items(Stream.concat(parts, Stream.of(more)).toList()));
    prompt.setContextMenu(menu);
  }

  private static MenuPart part(CommandList commands, String id) {
    return commands.find(id).orElseThrow();
  }
}
