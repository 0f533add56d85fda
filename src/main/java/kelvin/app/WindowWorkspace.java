package kelvin.app;

import java.time.Clock;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import kelvin.display.Theme;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.SessionDialogs;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.MainView;
import kelvin.ui.task.ComposerFileDialogs;
import kelvin.workspace.AutosaveFolder;

/// What a window keeps: its session, its settings, and its unsaved work in case of a crash.
final class WindowWorkspace {

  private final Stage stage;
  private final PlaygroundViewModel playground;
  private final Autosaver autosaver;
  private final SessionViewModel session;
  private final WindowSettings settings;

  /// What the playground holds now is what a new session begins with.
  WindowWorkspace(Stage stage, PlaygroundViewModel playground, SessionDisk disk) {
    this(stage, playground, disk, UserFolders.ofSystem());
  }

  WindowWorkspace(
      Stage stage, PlaygroundViewModel playground, SessionDisk disk, UserFolders folders) {
    this.stage = stage;
    this.playground = playground;
    var clock = Clock.systemUTC();
    autosaver =
        new Autosaver(
            new AutosaveFolder(folders.autosaveFolder()), disk, new AnimationPacer(), clock);
    session = new SessionViewModel(playground, disk, autosaver, new SessionDialogs(stage), clock);
    var tasks = folders.taskFolder();
    playground.prompt().tasks().setFiles(new ComposerFileDialogs(stage, tasks), tasks);
    settings = new WindowSettings(folders.settingsFile(), disk, playground, session);
    stage.titleProperty().bind(session.titleProperty());
    stage.addEventHandler(
        WindowEvent.WINDOW_CLOSE_REQUEST,
        event -> {
          event.consume();
          close();
        });
  }

  SessionViewModel session() {
    return session;
  }

  /// As the user chose it; none before the first choice.
  Optional<Theme> theme() {
    return settings.theme();
  }

  void remember(Theme theme) {
    settings.remember(theme);
  }

  /// How many times larger than usual everything was.
  double zoom() {
    return settings.zoom();
  }

  void remember(double zoom) {
    settings.remember(zoom);
  }

  /// Before the window is shown.
  void restoreLayout(MainView view) {
    settings.restoreLayout(stage, view.panels());
  }

  /// When the window is shown: says what was wrong with the settings, and offers what a crash left.
  void begin() {
    settings.problem().ifPresent(playground.notices()::report);
    session.findUnsavedWork();
  }

  /// Saves what is to be remembered; what was not saved by now is let go.
  void end() {
    settings.close();
    autosaver.close();
  }

  /// Ends the program, unless the user wants to stay with unsaved work.
  void close() {
    session.confirmThen(
        () -> {
          end();
          stage.hide();
          Platform.exit();
        });
  }
}
