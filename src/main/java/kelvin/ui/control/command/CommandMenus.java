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
    var names = commands.groups().stream().map(group -> group.name().getValue()).toList();
    var marked = Mnemonics.mark(names).iterator();
    return commands.groups().stream().map(group -> menu(group, marked.next())).toList();
  }

  /// The items of a menu, such as a context menu.
  public static List<MenuItem> items(List<? extends MenuPart> parts) {
    var marked = Mnemonics.mark(parts.stream().map(CommandMenus::nameOf).toList()).iterator();
    return parts.stream().map(part -> item(part, marked.next())).toList();
  }

  /// The name of an item; empty for a line.
  private static String nameOf(MenuPart part) {
    return switch (part) {
      case Command command -> command.name();
      case CommandGroup group -> group.name().getValue();
      case MenuPart.Line _ -> "";
    };
  }

  /// @param marked the name with its underlined letter
  private static MenuItem item(MenuPart part, String marked) {
    return switch (part) {
      case Command command -> item(command, marked);
      case CommandGroup group -> menu(group, marked);
      case MenuPart.Line _ -> new SeparatorMenuItem();
    };
  }

  private static Menu menu(CommandGroup group, String marked) {
    var menu = new Menu();
    menu.setId(group.id());
    menu.setText(marked);
    group.name().subscribe((_, now) -> menu.setText(Mnemonics.plain(now)));
    Runnable fill = () -> menu.getItems().setAll(items(group.parts()));
    group.parts().subscribe(fill);
    fill.run();
    menu.disableProperty().bind(Bindings.isEmpty(group.parts()));
    return menu;
  }

  private static MenuItem item(Command command, String marked) {
    var item = empty(command);
    item.setId(command.id());
    item.setText(marked + Mnemonics.plain(noteOf(command)));
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
