package kelvin.ui.shell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import kelvin.display.View;

/// The context menu of a plot: copies or saves its picture and its numbers.
final class FigureMenu extends ContextMenu {

  private static final Map<String, View> VIEWS =
      Map.of(
          "token-bars", View.BARS,
          "cumulative-curve", View.CURVE,
          "temperature-film", View.FILM,
          "chips", View.STRIP,
          "step-series", View.SERIES,
          "difference-bars", View.DIFFERENCE,
          "answer-bars", View.ANSWERS);

  private FigureMenu(View view, Commands commands) {
    getItems()
        .addAll(
            item("Copy as image", () -> commands.copyPicture(view)),
            item("Copy numbers", () -> commands.copyNumbers(view)),
            new SeparatorMenuItem(),
            item(
                "Export " + view.title().toLowerCase(Locale.ROOT) + " …",
                () -> commands.export(view)));
  }

  /// Gives every plot of a panel its menu, including plots that are shown later.
  static void install(Node panel, Commands commands) {
    var menus = new HashMap<View, FigureMenu>();
    panel.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          if (event.getTarget() instanceof Node target) {
            viewOf(target)
                .ifPresent(
                    view -> {
                      menus
                          .computeIfAbsent(view, wanted -> new FigureMenu(wanted, commands))
                          .show(target, event.getScreenX(), event.getScreenY());
                      event.consume();
                    });
          }
        });
  }

  /// The view of the plot that a node is or belongs to.
  private static Optional<View> viewOf(Node target) {
    for (var node = target; node != null; node = node.getParent()) {
      for (var styleClass : node.getStyleClass()) {
        if (VIEWS.containsKey(styleClass)) {
          return Optional.ofNullable(VIEWS.get(styleClass));
        }
      }
    }
    return Optional.empty();
  }

  private static MenuItem item(String text, Runnable action) {
    var item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
