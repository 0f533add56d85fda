package kelvin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import kelvin.display.View;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandMenus;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.plot.bars.TokenBars;

/// The context menus of the plots: copy or save picture and numbers. On a row of the bars, what can
/// be done with its token comes first.
final class FigureMenu {

  private static final Map<String, View> VIEWS =
      Map.of(
          "token-bars", View.BARS,
          "cumulative-curve", View.CURVE,
          "temperature-film", View.FILM,
          "layer-film", View.LAYERS,
          "chips", View.STRIP,
          "step-series", View.SERIES,
          "difference-bars", View.DIFFERENCE,
          "answer-bars", View.ANSWERS);

  private static final double INTO_ROW = 120;

  private final TokenMenu tokens;
  private final Commands commands;

  /// Closed when the next one opens, so that there is never a second one.
  private ContextMenu open = new ContextMenu();

  FigureMenu(TokenMenu tokens, Commands commands) {
    this.tokens = tokens;
    this.commands = commands;
  }

  /// Gives every plot of a panel its menu, including plots that are shown later.
  void install(Node panel) {
    panel.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::show);
  }

  private void show(ContextMenuEvent event) {
    if (event.getTarget() instanceof Node target) {
      for (var node = target; node != null; node = node.getParent()) {
        var view = viewOf(node);
        if (view.isPresent()) {
          show(view.get(), node, event);
          event.consume();
          return;
        }
      }
    }
  }

  private void show(View view, Node plot, ContextMenuEvent event) {
    open.hide();
    open = new ContextMenu();
    open.getItems().setAll(CommandMenus.items(parts(view, plot)));
    var at = placeOf(plot, event);
    open.show(plot, at.getX(), at.getY());
  }

  private List<MenuPart> parts(View view, Node plot) {
    var parts = new ArrayList<MenuPart>();
    if (plot instanceof TokenBars bars) {
      parts.addAll(tokens.of(bars.selectedRankProperty().get()));
    }
    if (!parts.isEmpty()) {
      parts.add(MenuPart.LINE);
    }
    parts.add(Command.of("copy-view", "Copy as image", () -> commands.copyPicture(view)));
    parts.add(Command.of("copy-numbers", "Copy numbers", () -> commands.copyNumbers(view)));
    if (view == View.BARS) {
      parts.add(EditMenu.copyAs(commands));
    }
    parts.add(MenuPart.LINE);
    var name = "Export " + view.title().toLowerCase(Locale.ROOT) + " …";
    parts.add(Command.of("export-view", name, () -> commands.export(view)));
    return parts;
  }

  /// The menu of the keyboard opens at the row that it is about.
  private static Point2D placeOf(Node plot, ContextMenuEvent event) {
    if (event.isKeyboardTrigger() && plot instanceof TokenBars bars) {
      int rank = bars.selectedRankProperty().get();
      var place = rank > 0 ? bars.localToScreen(INTO_ROW, bars.rowCentre(rank)) : null;
      if (place != null) {
        return place;
      }
    }
    return new Point2D(event.getScreenX(), event.getScreenY());
  }

  private static Optional<View> viewOf(Node node) {
    return node.getStyleClass().stream().filter(VIEWS::containsKey).map(VIEWS::get).findFirst();
  }
}
