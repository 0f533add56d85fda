package kelvin.ui.shell;

import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import kelvin.ui.figure.FigureView;

/// The menu of a plot: its picture and its numbers, to the clipboard or into a file.
final class FigureMenu extends ContextMenu {

  private static final Map<String, FigureView> VIEWS =
      Map.of(
          ".token-bars", FigureView.BARS,
          ".cumulative-curve", FigureView.CURVE,
          ".temperature-film", FigureView.FILM,
          ".chips", FigureView.STRIP,
          ".step-series", FigureView.SERIES);

  private FigureMenu(FigureView view, Commands commands) {
    getItems()
        .addAll(
            item("Copy picture", () -> commands.copyPicture(view)),
            item("Copy numbers", () -> commands.copyNumbers(view)),
            new SeparatorMenuItem(),
            item(
                "Export " + view.label().toLowerCase(Locale.ROOT) + " …",
                () -> commands.export(view)));
  }

  /// Gives every plot in a panel its menu.
  static void install(Node panel, Commands commands) {
    VIEWS.forEach(
        (selector, view) -> {
          for (var plot : panel.lookupAll(selector)) {
            install(plot, new FigureMenu(view, commands));
          }
        });
  }

  private static void install(Node plot, FigureMenu menu) {
    plot.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          menu.show(plot, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
