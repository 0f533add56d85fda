package kelvin.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import kelvin.ui.figure.FigureView;
import kelvin.ui.model.ModelMenu;
import kelvin.ui.model.ModelPicker;

/// The menu bar: every command of the window, with its shortcut.
final class MainMenu extends MenuBar {

  MainMenu(PlaygroundViewModel playground, ModelPicker models, Commands commands, Menu viewMenu) {
    setUseSystemMenuBar(true);
    getMenus()
        .addAll(
            new Menu(
                "File",
                null,
                item("Export …", "Shortcut+E", () -> commands.export(FigureView.PLAYGROUND)),
                item(
                    "Copy picture",
                    "Shortcut+Shift+E",
                    () -> commands.copyPicture(FigureView.PLAYGROUND)),
                new SeparatorMenuItem(),
                item("Quit", "Shortcut+Q", commands::quit)),
            generationMenu(playground),
            new ModelMenu(
                playground.model(), models, playground.prompt().startTokenChoiceProperty()),
            viewMenu,
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

  static MenuItem item(String text, String shortcut, Runnable action) {
    var item = new MenuItem(text);
    item.setAccelerator(KeyCombination.valueOf(shortcut));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
