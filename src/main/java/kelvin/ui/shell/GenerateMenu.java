package kelvin.ui.shell;

import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import kelvin.ui.playground.PlaygroundViewModel;

/// The Generate menu: steps and sampling.
final class GenerateMenu extends Menu {

  GenerateMenu(PlaygroundViewModel playground) {
    super("Generate");
    var generation = playground.generation();
    var step = MainMenu.item("Step", "Shortcut+Enter", generation::step);
    step.disableProperty().bind(generation.canStep().not());
    var play = MainMenu.item("Play", "Shortcut+Shift+Enter", generation::play);
    play.disableProperty().bind(generation.canStep().not());
    var stop = MainMenu.item("Stop", "Shortcut+Period", generation::stop);
    stop.disableProperty().bind(generation.playingProperty().not());
    var back = MainMenu.item("Back", "Shortcut+Shift+Backspace", generation::back);
    back.disableProperty().bind(generation.canGoBack().not());
    var end = MainMenu.item("Return to the end", "Alt+End", generation::returnToEnd);
    end.disableProperty().bind(generation.lookedAtProperty().map(Optional::isEmpty));
    var makePrompt =
        MainMenu.item("Make the continuation prompt", "Shortcut+Shift+K", generation::makePrompt);
    makePrompt.disableProperty().bind(generation.canGoBack().not());
    getItems()
        .addAll(
            step,
            play,
            stop,
            back,
            new SeparatorMenuItem(),
            end,
            makePrompt,
            new SeparatorMenuItem(),
            MainMenu.item("Reset sampling", "Shortcut+R", () -> playground.sampling().reset()));
  }
}
