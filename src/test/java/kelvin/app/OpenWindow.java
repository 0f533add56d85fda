package kelvin.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import kelvin.display.Theme;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoader;
import kelvin.prompt.Composition;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.FxThread;
import kelvin.ui.fx.LatestOnFxThread;
import kelvin.ui.generation.Step;
import kelvin.ui.lab.SweepExports;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.FakeQuestions;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.Exports;
import kelvin.ui.shell.MainView;
import kelvin.ui.theme.Magnified;
import kelvin.ui.theme.ThemeStyle;
import kelvin.workspace.AutosaveFolder;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on real models, on JavaFX's headless platform, for one test.
final class OpenWindow implements AutoCloseable {

  private static final long SECONDS_TO_WAIT = 30;

  private final ExecutorService background = Backend.daemon("test-background");
  private final PlaygroundViewModel playground;
  private final SessionViewModel session;
  private final FakeQuestions questions = new FakeQuestions();
  private final Autosaver autosaver;
  private final Backend backend;
  private final Exports exports;
  private final SweepExports sweepExports;
  private final Scene scene;
  private final AtomicInteger modelRuns = new AtomicInteger();
  private final FxRobot robot = new FxRobot();
  private final ObjectProperty<Theme> theme =
      new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

  /// Opens the window on the bundled model and waits for the first answer.
  static OpenWindow onBundledModel(String prompt, int width, int height) throws Exception {
    var window = new OpenWindow(prompt, width, height);
    window.waitUntil(() -> window.playground.distribution().pictureProperty().get() != null);
    return window;
  }

  private OpenWindow(String prompt, int width, int height) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    ModelLoader real = ModelOpeners.forWindow(2, AppFolders.cache());
    var fxThread = new FxThread();
    playground = onFx(() -> new PlaygroundViewModel(new AnimationPacer(), background, fxThread));
    exports = new Exports(playground, background, fxThread, playground.notices()::report);
    sweepExports = new SweepExports(background, fxThread, playground.notices()::report, theme);
    // So that a picture is of where the bars are, not of their way there.
    onFx(
        () -> {
          playground.distribution().bars().reducedMotionProperty().set(true);
          return true;
        });
    var autosaveFolder = Path.of(System.getProperty("kelvin.home", ""), "target", "autosave");
    var disk = new SessionDisk(background, fxThread);
    autosaver =
        onFx(
            () ->
                new Autosaver(
                    new AutosaveFolder(autosaveFolder),
                    disk,
                    new AnimationPacer(),
                    Clock.systemUTC()));
    session =
        onFx(
            () -> {
              playground.prompt().textProperty().set(prompt);
              return new SessionViewModel(
                  playground, disk, autosaver, questions, Clock.systemUTC());
            });
    backend =
        new Backend(
            (folder, cancellation) -> counted(real.load(folder, cancellation)),
            new LatestOnFxThread<>(fxThread, playground::show),
            new EveryOnFxThread<>(fxThread, playground::show));
    scene =
        onFx(
            () -> {
              playground.setOnAsk(backend::predict);
              playground.setOnWork(backend::begin);
              playground
                  .watch()
                  .setOnTrace(
                      (texts, answer) ->
                          backend.trace(texts, new EveryOnFxThread<>(fxThread, answer)));
              playground.model().setOnOpen(backend::open);
              var view =
                  new MainView(
                      playground,
                      session,
                      AppFolders.bundledModel(),
                      new TestCommands(exports, sweepExports, stage, theme, zoom));
              var magnified = new Magnified(view);
              magnified.magnifyPopups();
              zoom.subscribe(now -> magnified.setZoom(now.doubleValue()));
              var made = new Scene(magnified, width, height);
              theme.subscribe(now -> ThemeStyle.apply(now, made));
              stage.setScene(made);
              stage.setWidth(width);
              stage.setHeight(height);
              stage.show();
              view.takeFocus();
              return made;
            });
    backend.open(AppFolders.bundledModel());
  }

  private LoadedModel counted(LoadedModel loaded) {
    return new LoadedModel(new CountingModel(loaded.model(), modelRuns), loaded.tokenizer());
  }

  PlaygroundViewModel playground() {
    return playground;
  }

  SessionViewModel session() {
    return session;
  }

  SweepExports sweepExports() {
    return sweepExports;
  }

  /// Who answers what the window asks about files and unsaved work.
  FakeQuestions questions() {
    return questions;
  }

  Parent root() {
    return scene.getRoot();
  }

  FxRobot robot() {
    return robot;
  }

  /// How often a model has run since the window opened.
  int modelRuns() {
    return modelRuns.get();
  }

  void open(Path folder) throws Exception {
    onFx(
        () -> {
          playground.model().open(folder);
          return true;
        });
  }

  void show(Theme wanted) throws Exception {
    onFx(
        () -> {
          theme.set(wanted);
          return true;
        });
  }

  /// How many times larger than usual everything is.
  DoubleProperty zoom() {
    return zoom;
  }

  <T extends Node> T find(String id, Class<T> type) {
    var node = scene.lookup("#" + id);
    if (node == null) {
      throw new AssertionError("no node #" + id);
    }
    return type.cast(node);
  }

  boolean isShown(String id) {
    return onFx(() -> find(id, Node.class).isVisible());
  }

  String text(String id) throws Exception {
    return onFx(() -> find(id, Labeled.class).getText());
  }

  Image picture() throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    return onFx(() -> scene.snapshot(null));
  }

  /// The distribution on show.
  DistributionPicture shown() {
    return onFx(
        () ->
            Objects.requireNonNull(
                playground.distribution().pictureProperty().get(), "no distribution"));
  }

  List<Step> steps() {
    return onFx(() -> List.copyOf(playground.generation().steps()));
  }

  /// How many tokens the answer on show has, or 0 while there is none for the text as it is.
  int tokenCount() {
    return onFx(
        () -> {
          if (!playground.prompt().currentProperty().get()
              || playground.distribution().staleProperty().get()) {
            return 0;
          }
          var text = playground.status().contextProperty().get();
          return Integer.parseInt(text.substring(0, text.indexOf(' ')).replace(",", ""));
        });
  }

  void clickOnRank(int rank) {
    var bars = find("bars", TokenBars.class);
    Point2D row = onFx(() -> bars.localToScreen(120, bars.rowCentre(rank)));
    robot.clickOn(row, MouseButton.PRIMARY);
  }

  /// Pages, the editors of every way to compose and the labels are made when they are first looked
  /// at; ends at the playground with the text that it began with.
  void lookAtEverything() {
    onFx(
        () -> {
          var page = playground.pages().pageProperty();
          Page.ALL.forEach(page::set);
          page.set(Page.PLAYGROUND);
          var prompt = playground.prompt();
          prompt.composer().answers().set(new Answers(List.of("yes"), Optional.empty(), false));
          Composition.ALL.forEach(prompt.compositionProperty()::set);
          prompt.composer().answers().set(Answers.NONE);
          prompt.compositionProperty().set(Composition.TEXT);
          return true;
        });
  }

  /// Sets the whole prompt at once.
  void type(String prompt) {
    onFx(
        () -> {
          playground.prompt().textProperty().set(prompt);
          return true;
        });
  }

  void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(SECONDS_TO_WAIT, TimeUnit.SECONDS, () -> onFx(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits until a notice has slid in: two pulses after its animation.
  void settle() {
    WaitForAsyncUtils.sleep(600, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits for the answer to what was asked last.
  void waitForAnswer() throws TimeoutException {
    waitUntil(
        () ->
            playground.prompt().currentProperty().get()
                && !playground.distribution().staleProperty().get());
  }

  static <T> T onFx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS_TO_WAIT), work);
  }

  @Override
  public void close() {
    backend.close();
    onFx(
        () -> {
          autosaver.close();
          return true;
        });
    Backend.end(background);
    onFx(
        () -> {
          scene.getWindow().hide();
          return true;
        });
    Platform.setImplicitExit(false);
  }
}
