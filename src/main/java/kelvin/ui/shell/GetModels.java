package kelvin.ui.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import kelvin.ui.control.command.Command;
import kelvin.ui.control.command.Shortcut;
import kelvin.ui.hub.HubDialog;
import kelvin.ui.hub.HubViewModel;

/// The command that opens the dialog for models of a hub; one that is open comes to the front.
final class GetModels {

  private final HubViewModel hub;
  private final Node inWindow;
  private Optional<HubDialog> open = Optional.empty();

  private GetModels(HubViewModel hub, Node inWindow) {
    this.hub = hub;
    this.inWindow = inWindow;
  }

  /// @param inWindow any node of the window
  static Command of(Optional<HubViewModel> hub, Node inWindow) {
    var getModels = hub.map(each -> new GetModels(each, inWindow));
    return Command.of("get-models", "Get models …", () -> getModels.ifPresent(GetModels::show))
        .on(Shortcut.GET_MODELS)
        .when(
            new ReadOnlyBooleanWrapper(hub.isPresent()).getReadOnlyProperty(),
            "There is no access to a hub here.");
  }

  private void show() {
    if (open.isPresent()) {
      open.get().getDialogPane().getScene().getWindow().requestFocus();
      return;
    }
    var dialog = new HubDialog(hub, inWindow.getScene());
    open = Optional.of(dialog);
    dialog
        .showingProperty()
        .subscribe(
            (_, showing) -> {
              if (!showing) {
                open = Optional.empty();
              }
            });
    dialog.show();
  }
}
