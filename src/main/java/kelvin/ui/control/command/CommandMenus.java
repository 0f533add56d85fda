package kelvin.ui.control.command;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
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
    return new GroupMenu(group, marked);
  }

  /// The item is bound to its command, which may live longer; a context menu has new items each
  /// time it opens.
  private static MenuItem item(Command command, String marked) {
    var item = empty(command);
    var first = command.name();
    item.setId(command.id());
    item.textProperty()
        .bind(
            command
                .nameProperty()
                .map(
                    now ->
                        now.equals(first)
                            ? marked + Mnemonics.plain(noteOf(command))
                            : renamed(command, marked, now)));
    command.keys().ifPresent(item::setAccelerator);
    item.disableProperty().bind(command.hindranceProperty().map(why -> !why.isEmpty()));
    item.setOnAction(_ -> command.run());
    return item;
  }

  /// A name that changes keeps the letter of its first word.
  private static String renamed(Command command, String marked, String now) {
    boolean firstLetter = marked.startsWith("_") && !marked.startsWith("__");
    return (firstLetter ? "_" : "") + Mnemonics.plain(now + noteOf(command));
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
      show(state.get(), radio.selectedProperty());
      return radio;
    }
    var check = new CheckMenuItem();
    show(state.get(), check.selectedProperty());
    return check;
  }

  /// A click changes the check mark by itself; it goes back to the state of the command. The item
  /// holds the bound property, so that it lives as long as the item and no longer.
  private static void show(ObservableValue<Boolean> state, BooleanProperty mark) {
    var shown = new SimpleBooleanProperty();
    shown.bind(state);
    shown.subscribe(mark::set);
    mark.subscribe((_, _) -> mark.set(shown.get()));
  }
}
