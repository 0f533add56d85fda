package kelvin.app;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.FxThread;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.SessionDisk;

/// A window whose user types, so that it can be killed.
final class EditingProgram {

  private EditingProgram() {}

  public static void main(String[] arguments) {
    var folder = Path.of(arguments[0]);
    Platform.startup(
        () -> {
          var fxThread = new FxThread();
          var playground =
              new PlaygroundViewModel(new AnimationPacer(), Runnable::run, Runnable::run, fxThread);
          var disk = new SessionDisk(Executors.newSingleThreadExecutor(), fxThread);
          var folders = new UserFolders(folder.resolve("config"), folder.resolve("state"));
          var workspace = new WindowWorkspace(new Stage(), playground, disk, folders);
          workspace.begin();
          playground.prompt().textProperty().set("Typed before the end");
        });
  }
}
