package kelvin.ui.compare;

import kelvin.display.Compared;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MenuPart;

/// The commands of the page Compare, for the menus and the palette. Each shows the page first.
public final class CompareMenu {

  private static final String ONE_MODEL =
      "Both sides have the same model. Choose another one for side A or B on the page Compare.";

  private CompareMenu() {}

  /// @param show shows the page
  public static CommandGroup of(CompareViewModel compare, Runnable show) {
    return CommandGroup.of(
        "compare-menu",
        "Comparison",
        CommandGroup.of(
            "compared-menu",
            "What is compared",
            Compared.ALL.stream().map(each -> compared(compare, each, show)).toList()),
        Command.of("swap-sides", "Swap A and B", then(show, compare::swap)),
        MenuPart.LINE,
        side("A", compare.a(), compare, show),
        side("B", compare.b(), compare, show));
  }

  private static Command compared(CompareViewModel compare, Compared what, Runnable show) {
    var chosen = compare.comparedProperty();
    var command =
        Command.of("compared-" + what.label(), what.title(), then(show, () -> chosen.set(what)))
            .choice(chosen.map(now -> now == what));
    return what == Compared.TEXT
        ? command.when(compare.pairedModels().twoModelsProperty(), ONE_MODEL)
        : command;
  }

  private static CommandGroup side(
      String name, SideViewModel side, CompareViewModel compare, Runnable show) {
    var id = SideName.id(name);
    return CommandGroup.of(
        id + "-menu",
        "Side " + name,
        SideAction.of(name, side, compare).stream()
            .map(action -> command(id + "-", action, show))
            .toList());
  }

  private static Command command(String prefix, SideAction action, Runnable show) {
    var command =
        Command.of("menu-" + prefix + action.label(), action.title(), then(show, action.action()));
    return action
        .offered()
        .map(offered -> command.when(offered, SideAction.NOTHING_TO_SEND))
        .orElse(command);
  }

  private static Runnable then(Runnable first, Runnable action) {
    return () -> {
      first.run();
      action.run();
    };
  }
}
