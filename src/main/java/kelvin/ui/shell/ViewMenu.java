package kelvin.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCombination;
import kelvin.display.BarScale;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.distribution.BarsViewModel;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.Plot;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.plot.bars.BarColumn;

/// The commands of the View menu: pages, themes, and how the distribution is shown.
final class ViewMenu {

  private ViewMenu() {}

  static CommandGroup of(
      PlaygroundViewModel playground, Commands commands, PanelCommands panels, CommandGroup zoom) {
    var distribution = playground.distribution();
    var bars = distribution.bars();
    var parts = new ArrayList<MenuPart>();
    parts.addAll(
        List.of(
            PageSwitch.commands(playground.pages().pageProperty()),
            Command.of("evaluate", "Evaluate on data", playground.pages()::evaluate)
                .on(Shortcut.EVALUATE),
            Command.of("fine-tune", "Fine-tune the model", playground.pages()::fineTune)
                .on(Shortcut.FINE_TUNE),
            Command.of("adapt", "Compare ways to adapt", playground.pages()::compareAdaptations)
                .on(Shortcut.ADAPT),
            Command.of("embeddings", "Embeddings", playground.pages()::showEmbeddings)
                .on(Shortcut.EMBEDDINGS),
            themes(commands),
            Command.of("next-theme", "Next theme", () -> next(commands)).on(Shortcut.NEXT_THEME),
            Command.ofSwitch("reduce-motion", "Reduce motion", bars.reducedMotionProperty())
                .on(Shortcut.REDUCE_MOTION),
            zoom,
            Command.ofSwitch(
                    "wide",
                    "Editor and prompt side by side",
                    playground.prompt().wide().wantedProperty())
                .on(Shortcut.WIDE)
                .when(
                    playground.prompt().wide().fitsProperty(),
                    "The window is too small for both beside the distribution."),
            panels.lecture(),
            MenuPart.LINE,
            panels.answers(),
            scale(distribution, BarScale.ABSOLUTE, "Bars from 0 to 1"),
            scale(distribution, BarScale.LARGEST, "Scale to largest bar"),
            scale(distribution, BarScale.LOGARITHMIC, "Bars on a log scale"),
            units(playground.unitProperty()),
            shadings(playground.prompt().shadingProperty()),
            columns(bars),
            Command.of(
                    "show-detail",
                    "Token detail",
                    panels.onNextToken(() -> flip(bars.detailShownProperty())))
                .shows(bars.detailShownProperty())
                .on(Shortcut.TOKEN_DETAIL),
            MenuPart.LINE));
    Plot.ALL.forEach(plot -> parts.add(plot(distribution, panels, plot)));
    parts.addAll(
        List.of(
            MenuPart.LINE,
            Command.of("pin-distribution", "Pin this distribution", distribution::pin)
                .on(Shortcut.PIN)
                .when(
                    distribution.pictureProperty().map(_ -> true).orElse(false),
                    "There is no distribution to pin."),
            Command.of("unpin-distribution", "Unpin the distribution", distribution.pinned()::unpin)
                .on(Shortcut.UNPIN)
                .when(
                    distribution.pinned().pinnedProperty().map(_ -> true).orElse(false),
                    "No distribution is pinned.")));
    return CommandGroup.of("view", "View", parts);
  }

  private static void flip(BooleanProperty property) {
    property.set(!property.get());
  }

  /// The measure that shades the tokens.
  private static CommandGroup shadings(ObjectProperty<Shading> chosen) {
    return CommandGroup.ofChoices(
        "shading-menu",
        "Shade tokens by",
        Shading.ALL,
        each -> "shade-" + each.label(),
        Shading::label,
        chosen);
  }

  private static CommandGroup themes(Commands commands) {
    return CommandGroup.ofChoices(
        "theme-menu",
        "Theme",
        Theme.ALL,
        each -> "theme-" + each.label(),
        Theme::title,
        commands.themeProperty());
  }

  static void next(Commands commands) {
    commands.themeProperty().set(commands.themeProperty().get().next());
  }

  /// The unit of all entropies, surprisals, losses and divergences.
  private static CommandGroup units(ObjectProperty<InformationUnit> chosen) {
    return CommandGroup.ofChoices(
        "unit-menu",
        "Information in",
        InformationUnit.ALL,
        unit -> "unit-" + unit.label(),
        InformationUnit::label,
        chosen);
  }

  private static Command scale(DistributionViewModel distribution, BarScale scale, String text) {
    var chosen = distribution.scaleProperty();
    return Command.of("bars-" + scale.label(), text, () -> chosen.set(scale))
        .on(KeyCombination.valueOf("Shortcut+" + (1 + BarScale.ALL.indexOf(scale))))
        .choice(chosen.map(now -> now == scale));
  }

  private static CommandGroup columns(BarsViewModel bars) {
    return CommandGroup.of(
        "columns-menu",
        "Columns",
        List.of(BarColumn.values()).stream().map(column -> column(bars, column)).toList());
  }

  private static Command column(BarsViewModel bars, BarColumn column) {
    var shown = bars.columnsProperty().map(now -> now.contains(column));
    return Command.of(
            "menu-column-" + column.title(),
            column.title(),
            () -> bars.show(column, !shown.getValue()))
        .shows(shown);
  }

  /// The keys of the plots come after those of the three scales. The last plot stays.
  private static Command plot(DistributionViewModel distribution, PanelCommands panels, Plot plot) {
    var plots = distribution.plots();
    int digit = BarScale.ALL.size() + 1 + Plot.ALL.indexOf(plot);
    return Command.of(
            "plot " + plot.menuName(),
            plot.menuName(),
            panels.onNextToken(() -> plots.show(plot, !plots.isShown(plot))))
        .on(KeyCombination.valueOf("Shortcut+" + digit))
        .shows(plots.shownProperty().map(now -> now.contains(plot)));
  }
}
