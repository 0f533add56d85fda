package kelvin.ui.shell;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import kelvin.display.View;
import kelvin.ui.session.SessionViewModel;

/// The File menu: sessions, exports and quit.
final class FileMenu extends Menu {

  FileMenu(SessionViewModel session, Commands commands) {
    super("File");
    getItems()
        .addAll(
            MainMenu.item("New session", "Shortcut+N", session::begin),
            MainMenu.item("Open …", "Shortcut+O", session::open),
            recent(session),
            new SeparatorMenuItem(),
            MainMenu.item("Save", "Shortcut+S", session::save),
            MainMenu.item("Save as …", "Shortcut+Shift+S", session::saveAs),
            new SeparatorMenuItem(),
            MainMenu.item("Export …", "Shortcut+E", () -> commands.export(View.PLAYGROUND)),
            MainMenu.item(
                "Copy as image", "Shortcut+Shift+E", () -> commands.copyPicture(View.PLAYGROUND)),
            new SeparatorMenuItem(),
            MainMenu.item("Quit", "Shortcut+Q", commands::quit));
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
    menu.disableProperty().bind(Bindings.isEmpty(session.recentFiles()));
    return menu;
  }

  private static MenuItem recentItem(SessionViewModel session, Path path) {
    var folder = path.getParent() == null ? "" : "   " + path.getParent();
    var item = new MenuItem(SessionViewModel.nameOf(path) + folder);
    // An underscore in a file's name is not a mnemonic.
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> session.openSession(path));
    return item;
  }
}
