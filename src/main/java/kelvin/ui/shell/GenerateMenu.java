package kelvin.ui.shell;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import kelvin.ui.compare.CompareMenu;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.generation.GenerationViewModel;
import kelvin.ui.path.PathTool;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.Pages;
import kelvin.ui.playground.PlaygroundViewModel;

/// The commands of the Generate menu: steps, sampling, paths and comparisons.
final class GenerateMenu {

  private static final ObservableValue<String> NEVER = new SimpleStringProperty("");

  private GenerateMenu() {}

  private static ObservableValue<String> whyNoStep(GenerationViewModel generation) {
    return generation.canStep().flatMap(can -> can ? NEVER : generation.whyNoDrawProperty());
  }

  static CommandGroup of(PlaygroundViewModel playground) {
    var generation = playground.generation();
    return CommandGroup.of(
        "generate",
        "Generate",
        Command.of("step", "Step", generation::step)
            .on(Shortcut.STEP)
            .unless(whyNoStep(generation)),
        Command.of("play", "Play", generation::play)
            .on(Shortcut.PLAY)
            .unless(whyNoStep(generation)),
        Command.of("stop", "Stop", generation::stop)
            .on(Shortcut.STOP)
            .when(generation.playingProperty(), "Nothing is playing."),
        Command.of("back", "Back", generation::back)
            .on(Shortcut.BACK)
            .when(generation.canGoBack(), "No token has been generated."),
        MenuPart.LINE,
        Command.of("return-to-end", "Return to the end", generation::returnToEnd)
            .on(Shortcut.RETURN_TO_END)
            .when(
                generation.lookedAtProperty().map(Optional::isPresent),
                "The next token is shown already."),
        Command.of(
                "make-prompt", "Make the continuation part of the prompt", generation::makePrompt)
            .on(Shortcut.MAKE_PROMPT)
            .when(generation.canGoBack(), "No token has been generated."),
        MenuPart.LINE,
        Command.of("reset-sampling", "Reset sampling", () -> playground.sampling().reset())
            .on(Shortcut.RESET_SAMPLING),
        MenuPart.LINE,
        pathTools(playground.pages()),
        CompareMenu.of(
            playground.pages().compare(),
            () -> playground.pages().pageProperty().set(Page.COMPARE)));
  }

  private static CommandGroup pathTools(Pages pages) {
    var shown = pages.paths().tools().shownProperty();
    return CommandGroup.of(
        "path-tool-menu",
        "Paths, with",
        PathTool.ALL.stream()
            .map(
                tool ->
                    Command.of(
                            "path-tool-" + tool.label(), tool.title(), () -> pages.showPaths(tool))
                        .choice(shown.map(now -> now == tool)))
            .toList());
  }
}
