package kelvin.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import kelvin.display.Theme;
import kelvin.display.View;
import kelvin.engine.beside.BesideOpening;
import kelvin.ui.figure.CopyForm;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.FxThread;
import kelvin.ui.fx.LatestOnFxThread;
import kelvin.ui.fx.Pulse;
import kelvin.ui.hub.HubViewModel;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.playground.ShowInFolder;
import kelvin.ui.session.PromptHistoryViewModel;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.shell.Commands;
import kelvin.ui.shell.Exports;
import kelvin.ui.shell.LabExports;
import kelvin.ui.shell.MainView;
import kelvin.ui.theme.Fonts;
import kelvin.ui.theme.Magnified;
import kelvin.ui.theme.ThemeStyle;
import kelvin.workspace.tuning.UnfinishedTrainings;
import org.jspecify.annotations.Nullable;

/// The JavaFX application: creates the window and everything behind it, and wires them by hand.
public final class KelvinApplication extends Application {

  private static final Logger LOG = System.getLogger(KelvinApplication.class.getName());

  /// The first prompt, so that the first window already shows a distribution.
  private static final String FIRST_PROMPT = "Once upon a time there was a little";

  private final ExecutorService background = Backend.daemon("kelvin-background");

  /// To open a copy of a large model takes long, and nothing else is to wait for it.
  private final ExecutorService copies = Backend.daemon("kelvin-copies");
  private final ExecutorService training = Backend.lowDaemon("kelvin-training");

  /// To open a model for a side of Compare takes long, too, and is tried in a process of its own.
  private final ExecutorService sides = Backend.daemon("kelvin-sides");

  private final ExecutorService disk = Backend.daemon("kelvin-disk");
  private final ExecutorService network = Backend.daemons("kelvin-network");
  private @Nullable Backend backend;

  /// Null before the start.
  private @Nullable PlaygroundViewModel playground;

  /// For the toolkit.
  public KelvinApplication() {}

  @Override
  public void start(Stage stage) {
    Logs.toFile();
    // From here on a bug is logged and the window stays open; before, it would end the program.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LOG.log(Level.ERROR, "in " + thread.getName(), e));
    Fonts.prepare();
    var fxThread = new FxThread();
    var started = new PlaygroundViewModel(new AnimationPacer(), background, copies, fxThread);
    started.pages().tuning().setThread(training);
    started
        .pages()
        .tuning()
        .keepIn(new UnfinishedTrainings(AppFolders.cache().resolve("trainings")));
    started.pages().adapt().setThread(training);
    playground = started;
    show(stage, started, fxThread);
  }

  private void show(Stage stage, PlaygroundViewModel playground, FxThread fxThread) {
    playground.prompt().textProperty().set(FIRST_PROMPT);
    var workspace = new WindowWorkspace(stage, playground, new SessionDisk(disk, fxThread));
    var threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    var bundled = AppFolders.bundledModel();
    playground.model().setBundled(bundled);
    var opening =
        new StartOpening(playground, this::openModel, workspace.session()::openFile, bundled);
    var models = ModelOpeners.forWindow(threads, AppFolders.cache());
    playground.model().setServers(models::keepServer);
    playground.pages().compare().models().setOpening(new BesideOpening(models, sides));
    var running =
        new Backend(
            models,
            playground.model().rows().memory(),
            new LatestOnFxThread<>(fxThread, playground::show),
            new EveryOnFxThread<>(
                fxThread,
                event -> {
                  playground.show(event);
                  opening.follow(event);
                }));
    backend = running;
    playground.model().rows().setOnLess(running::trimRows);
    playground.setOnAsk(running::predict);
    playground.setOnWork(running::begin);
    playground
        .watch()
        .setOnTrace(
            (texts, answer) -> running.trace(texts, new EveryOnFxThread<>(fxThread, answer)));
    playground.model().setOnOpen(running::open);
    playground.model().setOnStop(running::stopOpening);

    var calm = Platform.getPreferences().reducedMotionProperty();
    calm.subscribe(wanted -> playground.distribution().bars().reducedMotionProperty().set(wanted));

    var hub = new HubViewModel(NetworkAccess::open, this::onNetwork, fxThread);
    hub.setOnOpen(playground.model()::open);
    var exports = new Exports(playground, background, fxThread);
    var commands = new WindowCommands(stage, exports, workspace, hub);
    var view = new MainView(playground, workspace.session(), bundled, commands);
    var magnified = new Magnified(view);
    magnified.magnifyPopups();
    var scene = new Scene(magnified, 1280, 800);
    boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    commands.themeProperty().subscribe(theme -> ThemeStyle.apply(theme, scene));
    commands.themeProperty().set(workspace.theme().orElse(dark ? Theme.DARK : Theme.LIGHT));
    commands.themeProperty().subscribe((_, theme) -> workspace.remember(theme));
    commands.zoomProperty().set(workspace.zoom());
    commands.zoomProperty().subscribe(zoom -> magnified.setZoom(zoom.doubleValue()));
    commands.zoomProperty().subscribe((_, zoom) -> workspace.remember(zoom.doubleValue()));
    stage.getIcons().setAll(WindowIcons.load());
    stage.setMinWidth(900);
    stage.setMinHeight(600);
    stage.setScene(scene);
    workspace.restoreLayout(view);
    stage.show();
    StartTimes.logOf(scene);
    workspace.begin();
    view.takeFocus();
    var document = StartDocument.of(getArguments());
    // On few processors, a model that opens sooner delays the first picture of the window.
    Pulse.afterNext(scene, () -> opening.open(document));
  }

  private String[] getArguments() {
    // Null when another application hosts this one.
    var parameters = getParameters();
    return parameters == null ? new String[0] : parameters.getRaw().toArray(String[]::new);
  }

  private void openModel(Path folder) {
    if (backend != null) {
      backend.open(folder);
    }
  }

  /// Ignored after `stop`, because the end of a transfer may still ask for more then.
  private void onNetwork(Runnable task) {
    if (!network.isShutdown()) {
      network.execute(task);
    }
  }

  @Override
  public void stop() {
    if (playground != null) {
      playground.forgetInside();
      playground.pages().compare().models().close();
    }
    background.shutdownNow();
    copies.shutdownNow();
    sides.shutdown();
    training.shutdown();
    network.shutdownNow();
    Backend.end(background);
    Backend.end(copies);
    Backend.end(training);
    Backend.end(sides);
    Backend.end(disk);
    if (backend != null) {
      backend.close();
    }
  }

  private static final class WindowCommands implements Commands {

    private final Stage stage;
    private final Exports exports;
    private final WindowWorkspace workspace;
    private final ObjectProperty<Theme> theme =
        new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

    private final HubViewModel hub;
    private final LabExports labExports;
    private final FullScreen fullScreen;

    WindowCommands(Stage stage, Exports exports, WindowWorkspace workspace, HubViewModel hub) {
      this.stage = stage;
      fullScreen = new FullScreen(stage);
      this.exports = exports;
      this.workspace = workspace;
      this.hub = hub;
      labExports = LabExports.of(exports.others(theme));
    }

    @Override
    public ObjectProperty<Theme> themeProperty() {
      return theme;
    }

    @Override
    public DoubleProperty zoomProperty() {
      return zoom;
    }

    @Override
    public void export(View view) {
      exports.export(view, stage, theme.get());
    }

    @Override
    public void copyPicture(View view) {
      exports.copyPicture(view, theme.get());
    }

    @Override
    public void copyNumbers(View view) {
      exports.copyNumbers(view);
    }

    @Override
    public PromptHistoryViewModel promptHistory() {
      return workspace.promptHistory();
    }

    @Override
    public void copyAs(CopyForm form) {
      exports.copyAs(form);
    }

    @Override
    public Optional<ShowInFolder> fileManager() {
      return FileManager.find();
    }

    @Override
    public LabExports labExports() {
      return labExports;
    }

    @Override
    public Optional<HubViewModel> hub() {
      return Optional.of(hub);
    }

    @Override
    public void fillScreen(boolean wanted) {
      fullScreen.fill(wanted);
    }

    @Override
    public void showAbout() {
      var about = new Alert(Alert.AlertType.INFORMATION, About.text(), ButtonType.CLOSE);
      about.initOwner(stage);
      ThemeStyle.match(about.getDialogPane(), stage.getScene());
      about.setTitle("About Kelvin");
      about.setHeaderText("Kelvin shows what a language model might say next.");
      about.showAndWait();
    }

    @Override
    public void quit() {
      workspace.close();
    }
  }
}
