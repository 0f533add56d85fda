package kelvin.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.playground.Page;

/// The switch between the pages in the top bar, and the menu with the same choices.
final class PageSwitch extends HBox {

  PageSwitch(ObjectProperty<Page> page) {
    getStyleClass().add("page-switch");
    setMinWidth(USE_PREF_SIZE);
    for (var each : Page.ALL) {
      var lesson = each.lesson() + " (Alt+" + (Page.ALL.indexOf(each) + 1) + ")";
      var segment = new Segment<>(each, "page-" + each.label(), each.title(), lesson);
      var button = ChoiceSwitch.button(segment, page);
      button.getStyleClass().add("page-button");
      getChildren().add(button);
    }
  }

  static Menu menu(ObjectProperty<Page> page) {
    var menu = new Menu("Page");
    var group = new ToggleGroup();
    for (var each : Page.ALL) {
      var item = new RadioMenuItem(each.title());
      item.setToggleGroup(group);
      item.setAccelerator(KeyCombination.valueOf(each.shortcut()));
      item.setOnAction(_ -> page.set(each));
      page.subscribe(now -> item.setSelected(now == each));
      menu.getItems().add(item);
    }
    return menu;
  }
}
