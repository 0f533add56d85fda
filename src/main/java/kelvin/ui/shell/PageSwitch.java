package kelvin.ui.shell;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import kelvin.ui.playground.Page;

/// The switch between the pages in the top bar, and the menu with the same choices.
final class PageSwitch extends HBox {

  PageSwitch(ObjectProperty<Page> page) {
    getStyleClass().add("page-switch");
    setMinWidth(USE_PREF_SIZE);
    for (var each : Page.ALL) {
      var button = new ToggleButton(each.label());
      button.setId("page-" + each.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().add("page-button");
      button.setMinWidth(USE_PREF_SIZE);
      button.setTooltip(new Tooltip(each.lesson() + " (Alt+" + (Page.ALL.indexOf(each) + 1) + ")"));
      page.subscribe(now -> button.setSelected(now == each));
      button.setOnAction(
          _ -> {
            page.set(each);
            // A second click on the selected button must not clear the selection.
            button.setSelected(true);
          });
      getChildren().add(button);
    }
  }

  static Menu menu(ObjectProperty<Page> page) {
    var menu = new Menu("Page");
    var group = new ToggleGroup();
    for (var each : Page.ALL) {
      var item = new RadioMenuItem(each.label());
      item.setToggleGroup(group);
      item.setAccelerator(KeyCombination.valueOf(each.shortcut()));
      item.setOnAction(_ -> page.set(each));
      page.subscribe(now -> item.setSelected(now == each));
      menu.getItems().add(item);
    }
    return menu;
  }
}
