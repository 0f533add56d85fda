package kelvin.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import kelvin.ui.control.BarScale;
import kelvin.ui.model.ModelMenu;
import kelvin.ui.model.ModelPicker;

/// The menu bar: every command of the window, with its shortcut.
final class MainMenu extends MenuBar {

  MainMenu(
      PlaygroundViewModel playground,
      SessionViewModel session,
      EditMenu edit,
      ModelPicker models,
      Commands commands) {
    setUseSystemMenuBar(true);
    getMenus()
        .addAll(
            new FileMenu(session, commands),
            edit,
            generationMenu(playground),
            new ModelMenu(
                playground.model(), models, playground.prompt().startTokenChoiceProperty()),
            new Menu(
                "View",
                null,
                item("Switch light and dark", "Shortcut+T", commands::switchTheme),
                new SeparatorMenuItem(),
                item(
                    "Bars from 0 to 1",
                    "Shortcut+1",
                    () -> playground.distribution().scaleProperty().set(BarScale.ABSOLUTE)),
                item(
                    "Largest bar fills",
                    "Shortcut+2",
                    () -> playground.distribution().scaleProperty().set(BarScale.LARGEST)),
                item(
                    "Bars on a log scale",
                    "Shortcut+3",
                    () -> playground.distribution().scaleProperty().set(BarScale.LOGARITHMIC))),
            new Menu("Help", null, item("About Kelvin", "F1", commands::showAbout)));
  }

  private static Menu generationMenu(PlaygroundViewModel playground) {
    var generation = playground.generation();
    var step = item("Step", "Shortcut+Enter", generation::step);
    step.disableProperty().bind(generation.canStep().not());
    var play = item("Play", "Shortcut+Shift+Enter", generation::play);
    play.disableProperty().bind(generation.canStep().not());
    var stop = item("Stop", "Shortcut+Period", generation::stop);
    stop.disableProperty().bind(generation.playingProperty().not());
    var back = item("Back", "Shortcut+Shift+Backspace", generation::back);
    back.disableProperty().bind(generation.canGoBack().not());
    return new Menu(
        "Generate",
        null,
        step,
        play,
        stop,
        back,
        new SeparatorMenuItem(),
        item("Reset sampling", "Shortcut+R", () -> playground.sampling().reset()));
  }

  private static MenuItem item(String text, String shortcut, Runnable action) {
    var item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
