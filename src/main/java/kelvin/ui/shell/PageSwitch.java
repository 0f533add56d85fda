package kelvin.ui.shell;

import java.util.ArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import kelvin.ui.control.ChoiceSwitch;
import kelvin.ui.control.ChoiceSwitch.Segment;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.playground.Page;
import kelvin.ui.plot.placement.TextSize;
import kelvin.ui.theme.Fonts;

/// The switch between the pages in the top bar, and the commands with the same choices.
final class PageSwitch extends HBox {

  PageSwitch(ObjectProperty<Page> page) {
    getStyleClass().add("page-switch");
    setMinWidth(USE_PREF_SIZE);
    var buttons = new ArrayList<ToggleButton>();
    for (var each : Page.ALL) {
      var lesson = Shortcut.withKeys(each.lesson(), each.shortcut());
      var segment = new Segment<>(each, "page-" + each.label(), each.title(), lesson);
      var button = ChoiceSwitch.button(segment, page);
      button.getStyleClass().add("page-button");
      keepWidth(button);
      getChildren().add(button);
      buttons.add(button);
    }
    ChoiceSwitch.oneTabStop(buttons);
  }

  /// Gives a button the width of its strong letters at all times, so that no choice moves the bar.
  private static void keepWidth(ToggleButton button) {
    Runnable measure =
        () -> {
          var strong = Fonts.strongWords(button.getFont().getSize());
          var around = button.getInsets();
          button.setPrefWidth(
              Math.ceil(TextSize.width(button.getText(), strong))
                  + around.getLeft()
                  + around.getRight());
        };
    button.fontProperty().subscribe(measure);
    button.insetsProperty().subscribe(measure);
  }

  static CommandGroup commands(ObjectProperty<Page> page) {
    return CommandGroup.of(
        "page-menu",
        "Page",
        Page.ALL.stream()
            .map(
                each ->
                    Command.of("go-to-" + each.label(), each.title(), () -> page.set(each))
                        .on(KeyCombination.valueOf(each.shortcut()))
                        .choice(page.map(now -> now == each)))
            .toList());
  }
}
