package kelvin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import kelvin.ui.control.command.CommandList;
import kelvin.ui.control.command.PlaceKeys;

/// Collects the keys of the commands and of the places in the window, so that the list of shortcuts
/// is always right.
final class Shortcuts {

  /// Shortcuts that belong together.
  record Group(String title, List<Entry> entries) {

    Group {
      entries = List.copyOf(entries);
    }
  }

  /// @param keys as printed on a keyboard, such as `Ctrl+Shift+E`
  record Entry(String keys, String does) {}

  private Shortcuts() {}

  /// A group for each menu with keys and for each place.
  static List<Group> of(CommandList commands) {
    var groups = new ArrayList<Group>();
    for (var menu : commands.groups()) {
      var title = menu.name().getValue();
      var entries =
          commands.entries().stream()
              .filter(entry -> entry.menu().equals(title) && entry.command().keys().isPresent())
              .map(entry -> new Entry(entry.command().keyText(), name(entry)))
              .toList();
      if (!entries.isEmpty()) {
        groups.add(new Group(title, entries));
      }
    }
    for (var place : PlaceKeys.ALL) {
      groups.add(
          new Group(
              place.place(),
              place.keys().stream().map(hint -> new Entry(hint.text(), hint.does())).toList()));
    }
    return List.copyOf(groups);
  }

  private static String name(CommandList.Entry entry) {
    return entry.command().listedName().replace(" …", "");
  }
}
