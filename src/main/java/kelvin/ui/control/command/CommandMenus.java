package kelvin.ui.control.command;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Makes menus from commands: name, underlined letter, keys, check mark, and whether it can run.
public final class CommandMenus {

  private CommandMenus() {}

  /// The menus of a menu bar.
  public static List<Menu> of(CommandList commands) {
    var letters = new Mnemonics();
    return commands.groups().stream().map(group -> menu(group, letters)).toList();
  }

  /// The items of a menu, such as a context menu.
  public static List<MenuItem> items(List<? extends MenuPart> parts) {
    var letters = new Mnemonics();
    return parts.stream().map(part -> item(part, letters)).toList();
  }

  private static MenuItem item(MenuPart part, Mnemonics letters) {
    return switch (part) {
      case Command command -> item(command, letters);
      case CommandGroup group -> menu(group, letters);
      case MenuPart.Line _ -> new SeparatorMenuItem();
    };
  }

  private static Menu menu(CommandGroup group, Mnemonics letters) {
    var menu = new Menu();
    menu.setId(group.id());
    menu.setText(letters.mark(group.name().getValue()));
    group.name().subscribe((_, now) -> menu.setText(Mnemonics.plain(now)));
    Runnable fill = () -> menu.getItems().setAll(items(group.parts()));
    group.parts().subscribe(fill);
    fill.run();
    menu.disableProperty().bind(Bindings.isEmpty(group.parts()));
    return menu;
  }

  private static MenuItem item(Command command, Mnemonics letters) {
    var item = empty(command);
    item.setId(command.id());
    item.setText(letters.mark(command.name()) + Mnemonics.plain(noteOf(command)));
    command.nameProperty().subscribe((_, now) -> rename(item, command, now));
    command.keys().ifPresent(item::setAccelerator);
    item.disableProperty().bind(command.hindranceProperty().map(why -> !why.isEmpty()));
    item.setOnAction(_ -> command.run());
    return item;
  }

  /// A name that changes keeps the letter of its first word.
  private static void rename(MenuItem item, Command command, String now) {
    var before = item.getText();
    boolean firstLetter = before.startsWith("_") && !before.startsWith("__");
    item.setText((firstLetter ? "_" : "") + Mnemonics.plain(now + noteOf(command)));
  }

  private static String noteOf(Command command) {
    return command.note().isEmpty() ? "" : "   " + command.note();
  }

  private static MenuItem empty(Command command) {
    var state = command.state();
    if (state.isEmpty()) {
      return new MenuItem();
    }
    if (command.isChoice()) {
      var radio = new RadioMenuItem();
      state.get().subscribe(radio::setSelected);
      // A click on the chosen one does not choose none.
      radio.selectedProperty().subscribe((_, _) -> radio.setSelected(state.get().getValue()));
      return radio;
    }
    var check = new CheckMenuItem();
    state.get().subscribe(check::setSelected);
    check.selectedProperty().subscribe((_, _) -> check.setSelected(state.get().getValue()));
    return check;
  }
}
