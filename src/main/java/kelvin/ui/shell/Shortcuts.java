package kelvin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import kelvin.ui.plot.sweep.PlotKeys;

/// Collects the shortcuts from the menus themselves and from the plots, so that the list is always
/// right.
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

  /// A group for each menu with shortcuts and for each plot.
  static List<Group> of(MenuBar menus) {
    return Stream.concat(
            menus.getMenus().stream().map(menu -> new Group(menu.getText(), entries(menu))),
            PlotKeys.ALL.stream().map(Shortcuts::group))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }

  private static List<Entry> entries(Menu menu) {
    var entries = new ArrayList<Entry>();
    for (MenuItem item : menu.getItems()) {
      if (item instanceof Menu inner) {
        entries.addAll(entries(inner));
      } else if (item.getAccelerator() != null) {
        var text = item.getText().replace(" …", "");
        entries.add(new Entry(item.getAccelerator().getDisplayText(), text));
      }
    }
    return entries;
  }

  private static Group group(PlotKeys plot) {
    var title = "With the focus on the " + plot.plot().toLowerCase(Locale.ROOT);
    return new Group(title, plot.keys().stream().map(Shortcuts::entry).toList());
  }

  private static Entry entry(PlotKeys.Hint hint) {
    var keys = hint.codes().stream().map(KeyCode::getName).collect(Collectors.joining("  "));
    return new Entry(keys, hint.does());
  }
}
