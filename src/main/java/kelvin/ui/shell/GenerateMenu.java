package kelvin.ui.shell;

import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.playground.PlaygroundViewModel;

/// The commands of the Generate menu: steps and sampling.
final class GenerateMenu {

  private GenerateMenu() {}

  static CommandGroup of(PlaygroundViewModel playground) {
    var generation = playground.generation();
    return CommandGroup.of(
        "generate",
        "Generate",
        Command.of("step", "Step", generation::step)
            .on(Shortcut.STEP)
            .when(generation.canStep(), "There is no distribution to draw from."),
        Command.of("play", "Play", generation::play)
            .on(Shortcut.PLAY)
            .when(generation.canStep(), "There is no distribution to draw from."),
        Command.of("stop", "Stop", generation::stop)
            .on(Shortcut.STOP)
            .when(generation.playingProperty(), "Nothing is playing."),
        Command.of("back", "Back", generation::back)
            .on(Shortcut.BACK)
            .when(generation.canGoBack(), "No token has been generated."),
        MenuPart.LINE,
        Command.of("reset-sampling", "Reset sampling", () -> playground.sampling().reset())
            .on(Shortcut.RESET_SAMPLING));
  }
}
