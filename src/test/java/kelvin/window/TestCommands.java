package kelvin.window;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.hub.HubViewModel;
import kelvin.ui.session.PromptHistoryViewModel;
import kelvin.ui.shell.Commands;
import kelvin.ui.shell.Exports;
import kelvin.ui.shell.LabExports;

/// The commands of the menus of the window under test.
record TestCommands(
    Exports exports,
    LabExports labExports,
    Stage stage,
    ObjectProperty<Theme> themeProperty,
    DoubleProperty zoomProperty,
    PromptHistoryViewModel promptHistory,
    HubViewModel hubModels)
    implements Commands {

  @Override
  public void export(View view) {
    exports.export(view, stage, themeProperty.get());
  }

  @Override
  public void copyPicture(View view) {
    exports.copyPicture(view, themeProperty.get());
  }

  @Override
  public void copyNumbers(View view) {
    exports.copyNumbers(view);
  }

  @Override
  public void copyAs(CopyForm form) {
    exports.copyAs(form);
  }

  @Override
  public Optional<HubViewModel> hub() {
    return Optional.of(hubModels);
  }

  /// The headless screen has another size than the window.
  @Override
  public void fillScreen(boolean wanted) {}

  @Override
  public void showAbout() {
    throw new AssertionError("not part of a test");
  }

  @Override
  public void quit() {
    throw new AssertionError("not part of a test");
  }
}
