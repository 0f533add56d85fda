package kelvin.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.FxThread;
import kelvin.ui.fx.LatestOnFxThread;
import kelvin.ui.shell.Commands;
import kelvin.ui.shell.Exports;
import kelvin.ui.shell.MainView;
import kelvin.ui.shell.PlaygroundViewModel;
import kelvin.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The window and everything behind it, wired by hand.
public final class KelvinApplication extends Application {

  private static final Logger LOG = System.getLogger(KelvinApplication.class.getName());

  /// So that the picture lives from the first second.
  private static final String FIRST_PROMPT = "Once upon a time there was a little";

  private final ExecutorService background = Backend.daemon("kelvin-background");
  private @Nullable Backend backend;
  private Theme theme = Theme.LIGHT;

  /// For the toolkit.
  public KelvinApplication() {}

  @Override
  public void start(Stage stage) {
    Logs.toFile();
    // From here on a defect is logged and the window goes on; before, it ended the program.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LOG.log(Level.ERROR, "in " + thread.getName(), e));
    var fxThread = new FxThread();
    var playground = new PlaygroundViewModel(new AnimationPacer(), background, fxThread);
    var threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    var running =
        new Backend(
            ModelOpener.forWindow(threads, AppFolders.cache()),
            new LatestOnFxThread<>(fxThread, playground::show),
            new EveryOnFxThread<>(fxThread, playground::show));
    backend = running;
    playground.setOnAsk(running::predict);
    playground
        .watch()
        .setOnTrace(
            (texts, answer) -> running.trace(texts, new EveryOnFxThread<>(fxThread, answer)));
    playground.model().setOnOpen(running::open);
    playground.model().setOnStop(running::stopOpening);
    playground.prompt().textProperty().set(FIRST_PROMPT);

    var bundled = AppFolders.bundledModel();
    Consumer<String> report = sentence -> fxThread.execute(() -> playground.report(sentence));
    var commands = new WindowCommands(stage, new Exports(playground, background, report));
    var view = new MainView(playground, bundled, commands);
    var scene = new Scene(view, 1280, 800);
    boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    theme = dark ? Theme.DARK : Theme.LIGHT;
    theme.applyTo(scene);
    stage.setTitle("Kelvin");
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setScene(scene);
    stage.show();
    view.focusPrompt();
    running.open(bundled);
  }

  @Override
  public void stop() {
    background.shutdownNow();
    if (backend != null) {
      backend.close();
    }
  }

  private final class WindowCommands implements Commands {

    private final Stage stage;
    private final Exports exports;

    WindowCommands(Stage stage, Exports exports) {
      this.stage = stage;
      this.exports = exports;
    }

    @Override
    public void switchTheme() {
      theme = theme.other();
      theme.applyTo(stage.getScene());
    }

    @Override
    public void exportPicture() {
      exports.picture(stage, theme);
    }

    @Override
    public void exportNumbers() {
      exports.numbers(stage);
    }

    @Override
    public void showAbout() {
      var about = new Alert(Alert.AlertType.INFORMATION, About.text(), ButtonType.CLOSE);
      about.initOwner(stage);
      Theme.match(about.getDialogPane(), stage.getScene());
      about.setTitle("About Kelvin");
      about.setHeaderText("Kelvin shows what a language model might say next.");
      about.showAndWait();
    }

    @Override
    public void quit() {
      Platform.exit();
    }
  }
}
