package kelvin.ui.control.command;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;

/// The menu of a group, with an item for each of its parts. A context menu has new ones each time
/// it opens, so a group does not keep its menus.
final class GroupMenu extends Menu {

  private final CommandGroup group;
  private final InvalidationListener fill = _ -> fill();

  /// @param marked the first name with its underlined letter
  GroupMenu(CommandGroup group, String marked) {
    this.group = group;
    var first = group.name().getValue();
    setId(group.id());
    textProperty()
        .bind(group.name().map(now -> now.equals(first) ? marked : Mnemonics.plain(now)));
    disableProperty().bind(Bindings.isEmpty(group.parts()));
    group.parts().addListener(new WeakInvalidationListener(fill));
    fill();
  }

  private void fill() {
    getItems().setAll(CommandMenus.items(group.parts()));
  }
}
