package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.FxThread;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.SessionDisk;
import kelvin.window.Fx;
import kelvin.workspace.SessionFile;
import kelvin.workspace.Sessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// A window tells in its title that its file was changed on disk. Without it, the user works on
/// what another window has replaced.
class ChangedFileFxTest {

  @TempDir private Path folder = Path.of("");
  private final ExecutorService disk = Backend.daemon("test-disk");
  private final Stage stage = Fx.get(Stage::new);

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void end() {
    Backend.end(disk);
    Fx.run(
        () -> {
          stage.hide();
        });
  }

  @Test
  void theTitleTellsWhenTheWindowGainsTheFocus() throws Exception {
    var file = folder.resolve("work.kelvin");
    SessionFile.write(file, Sessions.ofText("Once"));
    var workspace = Fx.get(this::workspace);
    Fx.run(
        () -> {
          workspace.session().openFile(file);
        });
    Fx.waitUntil(() -> stage.getTitle().equals("work – Kelvin"));

    SessionFile.write(file, Sessions.ofText("Twice"));
    // The platform of the tests gives the focus to a window only when it is first shown.
    Fx.run(stage::show);

    Fx.waitUntil(() -> !stage.getTitle().equals("work – Kelvin"));
    assertEquals("work (changed on disk) – Kelvin", Fx.get(stage::getTitle));
    Fx.run(workspace::end);
  }

  private WindowWorkspace workspace() {
    var fxThread = new FxThread();
    var playground =
        new PlaygroundViewModel(new AnimationPacer(), Runnable::run, Runnable::run, fxThread);
    var folders = new UserFolders(folder.resolve("config"), folder.resolve("state"));
    return new WindowWorkspace(stage, playground, new SessionDisk(disk, fxThread), folders);
  }
}
