package kelvin.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import kelvin.display.BarScale;
import kelvin.display.InformationUnit;
import kelvin.display.Theme;
import kelvin.ui.distribution.ColumnItems;
import kelvin.ui.distribution.DistributionView;
import kelvin.ui.distribution.DistributionViewModel;
import kelvin.ui.distribution.Plot;
import kelvin.ui.playground.PlaygroundViewModel;

/// The View menu: settings for how the distribution is shown.
final class ViewMenu extends Menu {

  private final ZoomMenu zoom;

  ViewMenu(PlaygroundViewModel playground, DistributionView view, Commands commands) {
    super("View");
    zoom = new ZoomMenu(commands);
    var distribution = playground.distribution();
    var columns = new Menu("Columns");
    columns.getItems().addAll(ColumnItems.of(distribution.bars()));
    var unpin = MainMenu.item("Unpin", "Shortcut+Shift+P", () -> distribution.pinned().unpin());
    unpin.disableProperty().bind(distribution.pinned().pinnedProperty().isNull());
    var pin = MainMenu.item("Pin this distribution", "Shortcut+P", distribution::pin);
    pin.disableProperty().bind(distribution.pictureProperty().isNull());
    getItems()
        .addAll(
            PageSwitch.menu(playground.pages().pageProperty()),
            themes(commands),
            MainMenu.item("Next theme", "Shortcut+T", () -> next(commands)),
            toggle(
                "Reduce motion", "Shortcut+Shift+M", distribution.bars().reducedMotionProperty()),
            zoom,
            new SeparatorMenuItem(),
            scale(distribution, BarScale.ABSOLUTE, "Bars from 0 to 1", "Shortcut+1"),
            scale(distribution, BarScale.LARGEST, "Scale to largest bar", "Shortcut+2"),
            scale(distribution, BarScale.LOGARITHMIC, "Bars on a log scale", "Shortcut+3"),
            units(playground.unitProperty()),
            columns,
            toggle("Token detail", "Shortcut+D", distribution.bars().detailShownProperty()),
            new SeparatorMenuItem());
    Plot.ALL.forEach(plot -> getItems().add(plot(distribution, plot)));
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            MainMenu.item("Find a token …", "Shortcut+F", view::findToken),
            MainMenu.item("Go to rank …", "Shortcut+G", view::goToRank),
            new SeparatorMenuItem(),
            pin,
            unpin);
  }

  /// Also handles keys that mean the same as a shortcut of this menu on some keyboards.
  void takeOtherKeysOf(Node window) {
    zoom.takeOtherKeysOf(window);
  }

  private static Menu themes(Commands commands) {
    var menu = new Menu("Theme");
    var group = new ToggleGroup();
    for (var theme : Theme.ALL) {
      var item = new RadioMenuItem(theme.title());
      item.setId("theme-" + theme.label());
      item.setToggleGroup(group);
      item.setOnAction(_ -> commands.themeProperty().set(theme));
      commands.themeProperty().subscribe(now -> item.setSelected(now == theme));
      menu.getItems().add(item);
    }
    return menu;
  }

  /// The unit of all entropies, surprisals, losses and divergences.
  private static Menu units(ObjectProperty<InformationUnit> chosen) {
    var menu = new Menu("Information in");
    var group = new ToggleGroup();
    for (var unit : InformationUnit.ALL) {
      var item = new RadioMenuItem(unit.label());
      item.setId("unit-" + unit.label());
      item.setToggleGroup(group);
      item.setOnAction(_ -> chosen.set(unit));
      chosen.subscribe(now -> item.setSelected(now == unit));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static void next(Commands commands) {
    commands.themeProperty().set(commands.themeProperty().get().next());
  }

  private static MenuItem scale(
      DistributionViewModel distribution, BarScale scale, String text, String shortcut) {
    return MainMenu.item(text, shortcut, () -> distribution.scaleProperty().set(scale));
  }

  private static MenuItem toggle(String text, String shortcut, BooleanProperty property) {
    var item = new CheckMenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.selectedProperty().bindBidirectional(property);
    return item;
  }

  /// The keys of the plots come after those of the three scales.
  private static MenuItem plot(DistributionViewModel distribution, Plot plot) {
    var plots = distribution.plots();
    var item = new CheckMenuItem(plot.menuName());
    int digit = BarScale.ALL.size() + 1 + Plot.ALL.indexOf(plot);
    item.setAccelerator(KeyCombination.valueOf("Shortcut+" + digit));
    plots.shownProperty().subscribe(now -> item.setSelected(now.contains(plot)));
    item.setOnAction(
        _ -> {
          plots.show(plot, item.isSelected());
          // The last one stays.
          item.setSelected(plots.isShown(plot));
        });
    return item;
  }
}
