package kelvin.app;

import java.time.Clock;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import kelvin.cli.BuildInfo;
import kelvin.display.Theme;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.path.tool.RecordDialogs;
import kelvin.ui.playground.Done;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.PromptHistoryViewModel;
import kelvin.ui.session.SessionDialogs;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.MainView;
import kelvin.ui.task.ComposerFileDialogs;
import kelvin.workspace.AutosaveFolder;

/// Keeps what outlives a window: its session, its settings, and its unsaved work in case of a
/// crash.
final class WindowWorkspace {

  private final Stage stage;
  private final PlaygroundViewModel playground;
  private final Autosaver autosaver;
  private final SessionViewModel session;
  private final PromptHistoryViewModel promptHistory;
  private final WindowSettings settings;

  /// The current state of the playground becomes that of a new session.
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
    var record = playground.pages().paths().tools().record();
    record.setFiles(new RecordDialogs(stage), "kelvin " + BuildInfo.read());
    record.setOnSaved(file -> playground.notices().tell(Done.saved(file)));
    promptHistory = new PromptHistoryViewModel(playground, disk, new AnimationPacer(), clock);
    promptHistory.keepIn(folders.promptHistoryFile());
    settings = new WindowSettings(folders.settingsFile(), disk, playground, session);
    stage.titleProperty().bind(session.titleProperty());
    stage
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                session.lookAtDisk();
              }
            });
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

  PromptHistoryViewModel promptHistory() {
    return promptHistory;
  }

  /// The theme that the user chose; empty before the first choice.
  Optional<Theme> theme() {
    return settings.theme();
  }

  void remember(Theme theme) {
    settings.remember(theme);
  }

  /// The zoom of the last run.
  double zoom() {
    return settings.zoom();
  }

  void remember(double zoom) {
    settings.remember(zoom);
  }

  /// Must be called before the window is shown.
  void restoreLayout(MainView view) {
    settings.restoreLayout(stage);
    view.setOnDividers(settings::restoreDividers);
  }

  /// Called when the window is shown: reports a problem with the settings and offers work left by a
  /// crash.
  void begin() {
    settings.problem().ifPresent(playground.notices()::report);
    session.findUnsavedWork();
  }

  /// Saves the settings. Work that is still unsaved is discarded.
  void end() {
    settings.close();
    autosaver.close();
  }

  /// Ends the program unless the user stays because of unsaved work.
  void close() {
    session.confirmThen(
        () -> {
          end();
          stage.hide();
          Platform.exit();
        });
  }
}
