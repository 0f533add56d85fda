package kelvin.ui.shell;

import java.nio.file.Path;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// Sessions, exports and the end.
final class FileMenu extends Menu {

  FileMenu(SessionViewModel session, Commands commands) {
    super("File");
    getItems()
        .addAll(
            item("New", "Shortcut+N", session::begin),
            item("Open …", "Shortcut+O", session::open),
            recent(session),
            new SeparatorMenuItem(),
            item("Save", "Shortcut+S", session::save),
            item("Save as …", "Shortcut+Shift+S", session::saveAs),
            new SeparatorMenuItem(),
            item("Export picture …", "Shortcut+E", commands::exportPicture),
            item("Export numbers …", "Shortcut+Shift+E", commands::exportNumbers),
            new SeparatorMenuItem(),
            item("Quit", "Shortcut+Q", commands::quit));
  }

  private static Menu recent(SessionViewModel session) {
    var menu = new Menu("Open recent");
    Runnable fill =
        () ->
            menu.getItems()
                .setAll(
                    session.recentFiles().stream().map(path -> recentItem(session, path)).toList());
    session.recentFiles().subscribe(fill);
    fill.run();
    menu.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(session.recentFiles()));
    return menu;
  }

  private static MenuItem recentItem(SessionViewModel session, Path path) {
    var folder = path.getParent() == null ? "" : "   " + path.getParent();
    var item = new MenuItem(SessionViewModel.nameOf(path) + folder);
    // An underscore in a file's name marks no letter.
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> session.openSession(path));
    return item;
  }

  private static MenuItem item(String text, String shortcut, Runnable action) {
    var item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
