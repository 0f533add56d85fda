package kelvin.ui.model;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import kelvin.display.LogitsMemory;
import kelvin.inference.StartToken;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.CommandGroup;
import kelvin.ui.control.command.MenuPart;
import kelvin.ui.control.command.Shortcut;

/// The commands for models: open another one, stop opening, show details, choose the start token
/// and the memory for logits.
public final class ModelMenu {

  private ModelMenu() {}

  /// @param getModels finds and fetches models of a hub
  public static CommandGroup of(
      ModelViewModel viewModel,
      ModelPicker picker,
      ObjectProperty<StartToken> startToken,
      Command getModels) {
    return CommandGroup.of(
        "model",
        "Model",
        Command.of("open-model", "Open model folder …", picker::chooseFolder)
            .on(Shortcut.OPEN_MODEL),
        getModels,
        Command.of(
                "open-server",
                "Open model on a server …",
                () -> new ServerDialog(viewModel, picker.getScene()).show())
            .on(Shortcut.OPEN_SERVER),
        Command.of("stop-opening", "Stop opening", viewModel::stopOpening)
            .on(Shortcut.STOP_OPENING)
            .when(viewModel.loadingProperty(), "No model is being opened."),
        MenuPart.LINE,
        Command.of("about-model", "About this model …", () -> showReport(viewModel, picker))
            .on(Shortcut.ABOUT_MODEL)
            .when(
                viewModel.descriptorProperty().map(descriptor -> descriptor.isPresent()),
                "No model is open."),
        startTokens(startToken),
        logitsMemory(viewModel.rows().limitProperty()));
  }

  private static CommandGroup startTokens(ObjectProperty<StartToken> chosen) {
    return CommandGroup.ofChoices(
        "start-token-menu",
        "Start token",
        List.of(StartToken.values()),
        choice -> "start-token-" + choice.label(),
        StartToken::title,
        chosen);
  }

  private static CommandGroup logitsMemory(ObjectProperty<LogitsMemory> chosen) {
    return CommandGroup.ofChoices(
        "logits-memory",
        "Memory for logits",
        LogitsMemory.ALL,
        choice -> "logits-memory-" + choice.label().replace(" ", ""),
        LogitsMemory::label,
        chosen);
  }

  private static void showReport(ModelViewModel viewModel, ModelPicker picker) {
    if (viewModel.knownProperty().get().isPresent()) {
      new ModelReportDialog(viewModel.knownProperty(), picker.getScene()).show();
    }
  }
}
