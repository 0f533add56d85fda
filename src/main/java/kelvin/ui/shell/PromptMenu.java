package kelvin.ui.shell;

import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandList;
import kelvin.ui.control.command.CommandMenus;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.playground.Pages;

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

  /// Shows the nearest tokens of the token at the caret, which its name says.
  static Command near(TextInputControl prompt, Pages pages) {
    var token =
        Bindings.createObjectBinding(
            () -> pages.tokenAt(prompt.getCaretPosition()),
            prompt.caretPositionProperty(),
            prompt.textProperty());
    return new Command(
        "near-in-text",
        token.map(
            found ->
                found
                    .map(at -> "Nearest tokens of “" + at.visibleText() + "”")
                    .orElse("Nearest tokens")),
        () ->
            pages.tokenAt(prompt.getCaretPosition()).ifPresent(at -> pages.showNeighbors(at.id())));
  }

  private static MenuPart part(CommandList commands, String id) {
    return commands.find(id).orElseThrow();
  }
}
