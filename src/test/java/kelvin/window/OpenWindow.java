package kelvin.window;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import kelvin.app.AppAccess;
import kelvin.app.WindowBackend;
import kelvin.display.Compared;
import kelvin.display.Theme;
import kelvin.engine.beside.BesideOpening;
import kelvin.hub.HubException;
import kelvin.hub.transfer.HubOpener;
import kelvin.prompt.Composition;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.EveryOnFxThread;
import kelvin.ui.fx.FxThread;
import kelvin.ui.fx.LatestOnFxThread;
import kelvin.ui.generation.Step;
import kelvin.ui.hub.HubViewModel;
import kelvin.ui.lab.LabSection;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.plot.DistributionPicture;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.FakeQuestions;
import kelvin.ui.session.PromptHistoryViewModel;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.Commands;
import kelvin.ui.shell.Exports;
import kelvin.ui.shell.LabExports;
import kelvin.ui.shell.MainView;
import kelvin.ui.theme.Magnified;
import kelvin.ui.theme.ThemeStyle;
import kelvin.workspace.AutosaveFolder;
import org.testfx.api.FxToolkit;

/// The real window on real models, on JavaFX's headless platform, for one test.
public final class OpenWindow implements AutoCloseable {

  private final ExecutorService background = WindowBackend.thread("test-background");
  private final ExecutorService network = Executors.newCachedThreadPool();
  private final PlaygroundViewModel playground;
  private final SessionViewModel session;
  private final PromptHistoryViewModel promptHistory;
  private final FakeQuestions questions = new FakeQuestions();
  private final Autosaver autosaver;
  private final WindowBackend backend;
  private final Exports exports;
  private final LabExports labExports;
  private final TestCommands commands;
  private final Scene scene;
  private final HubViewModel hub;
  private volatile HubOpener hubOpener =
      () -> {
        throw HubException.lasting("There is no hub here.", "Set one.");
      };
  private final AtomicInteger modelRuns = new AtomicInteger();
  private final WindowRobot robot = new WindowRobot();
  private final ObjectProperty<Theme> theme =
      new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
  private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

  /// Opens the window on the bundled model and waits for the first answer.
  public static OpenWindow onBundledModel(String prompt, int width, int height) throws Exception {
    var window = new OpenWindow(prompt, width, height);
    window.waitUntil(() -> window.playground.distribution().pictureProperty().get() != null);
    return window;
  }

  private OpenWindow(String prompt, int width, int height) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    var fxThread = new FxThread();
    playground =
        Fx.get(
            () -> new PlaygroundViewModel(new AnimationPacer(), background, background, fxThread));
    exports = new Exports(playground, background, fxThread);
    labExports = LabExports.of(exports.others(theme));
    // So that a picture is of where the bars are, not of their way there.
    Fx.run(
        () -> {
          playground.distribution().bars().reducedMotionProperty().set(true);
        });
    var autosaveFolder = Path.of(System.getProperty("kelvin.home", ""), "target", "autosave");
    var disk = new SessionDisk(background, fxThread);
    autosaver =
        Fx.get(
            () ->
                new Autosaver(
                    new AutosaveFolder(autosaveFolder),
                    disk,
                    new AnimationPacer(),
                    Clock.systemUTC()));
    promptHistory =
        Fx.get(
            () ->
                new PromptHistoryViewModel(
                    playground, disk, new AnimationPacer(), Clock.systemUTC()));
    session =
        Fx.get(
            () -> {
              playground.prompt().textProperty().set(prompt);
              return new SessionViewModel(
                  playground, disk, autosaver, questions, Clock.systemUTC());
            });
    var models = new SharedModel(modelRuns);
    Fx.run(
        () -> {
          playground.model().setBundled(AppAccess.bundledModel());
          playground.pages().compare().models().setOpening(new BesideOpening(models, background));
        });
    backend =
        new WindowBackend(
            models,
            playground.model().rows().memory(),
            new LatestOnFxThread<>(fxThread, playground::show),
            new EveryOnFxThread<>(fxThread, playground::show));
    playground.model().rows().setOnLess(backend::trimRows);
    hub = Fx.get(() -> new HubViewModel(() -> hubOpener.open(), this::onNetwork, fxThread));
    hub.setOnOpen(playground.model()::open);
    commands = new TestCommands(exports, labExports, stage, theme, zoom, promptHistory, hub);
    scene =
        Fx.get(
            () -> {
              playground.setOnAsk(backend::predict);
              playground.setOnWork(backend::begin);
              playground
                  .watch()
                  .setOnTrace(
                      (texts, answer) ->
                          backend.trace(texts, new EveryOnFxThread<>(fxThread, answer)));
              playground.model().setOnOpen(backend::open);
              var view = new MainView(playground, session, AppAccess.bundledModel(), commands);
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
    backend.open(AppAccess.bundledModel());
  }

  public PlaygroundViewModel playground() {
    return playground;
  }

  public SessionViewModel session() {
    return session;
  }

  /// The commands of the menus that the application around the window carries out.
  public Commands commands() {
    return commands;
  }

  public LabExports labExports() {
    return labExports;
  }

  /// The answers to the questions of the window about files and unsaved work.
  public FakeQuestions questions() {
    return questions;
  }

  public Parent root() {
    return scene.getRoot();
  }

  public WindowRobot robot() {
    return robot;
  }

  private void onNetwork(Runnable task) {
    if (!network.isShutdown()) {
      network.execute(task);
    }
  }

  /// Models of the hub that `useHub` gave.
  public HubViewModel hub() {
    return hub;
  }

  public void useHub(HubOpener opener) {
    hubOpener = opener;
  }

  /// The number of runs of a model since the window opened.
  public int modelRuns() {
    return modelRuns.get();
  }

  public void open(Path folder) throws Exception {
    Fx.run(
        () -> {
          playground.model().open(folder);
        });
  }

  public void show(Theme wanted) throws Exception {
    Fx.run(
        () -> {
          theme.set(wanted);
        });
  }

  /// The magnification of the window, 1 for the usual size.
  public DoubleProperty zoom() {
    return zoom;
  }

  public <T extends Node> T find(String id, Class<T> type) {
    var node = scene.lookup("#" + id);
    if (node == null) {
      throw new AssertionError("no node #" + id);
    }
    return type.cast(node);
  }

  /// Returns whether a node and everything around it is visible.
  public boolean isShown(String id) {
    return Fx.get(
        () ->
            Stream.<Node>iterate(find(id, Node.class), Objects::nonNull, Node::getParent)
                .allMatch(Node::isVisible));
  }

  public String text(String id) throws Exception {
    return Fx.get(() -> find(id, Labeled.class).getText());
  }

  public Image picture() throws Exception {
    Fx.settle();
    return Fx.get(() -> scene.snapshot(null));
  }

  /// The distribution on show.
  public DistributionPicture shown() {
    return Fx.get(
        () ->
            Objects.requireNonNull(
                playground.distribution().pictureProperty().get(), "no distribution"));
  }

  public List<Step> steps() {
    return Fx.get(() -> List.copyOf(playground.generation().steps()));
  }

  /// The number of tokens of the shown answer, or 0 while there is none for the present text.
  public int tokenCount() {
    return Fx.get(
        () -> {
          if (!playground.prompt().currentProperty().get()
              || playground.distribution().staleProperty().get()) {
            return 0;
          }
          var text = playground.status().contextProperty().get();
          // such as “context 37 of 512 tokens”
          int from = text.indexOf(' ') + 1;
          return Integer.parseInt(text.substring(from, text.indexOf(' ', from)).replace(",", ""));
        });
  }

  public void clickOnRank(int rank) {
    var bars = find("bars", TokenBars.class);
    Point2D row = Fx.get(() -> bars.localToScreen(120, bars.rowCentre(rank)));
    robot.clickOn(row, MouseButton.PRIMARY);
  }

  public void doubleClickOnRank(int rank) {
    clickOnRank(rank);
    robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
  }

  /// Pages, the editors of every way to compose and the labels are made when they are first looked
  /// at; ends at the playground with the text that it began with.
  public void lookAtEverything() {
    Fx.run(
        () -> {
          var page = playground.pages().pageProperty();
          Page.ALL.forEach(page::set);
          page.set(Page.LAB);
          var section = playground.pages().lab().sectionProperty();
          LabSection.ALL.forEach(section::set);
          section.set(LabSection.SWEEP);
          page.set(Page.COMPARE);
          var compared = playground.pages().compare().comparedProperty();
          Compared.ALL.forEach(compared::set);
          compared.set(Compared.TOKEN);
          page.set(Page.PLAYGROUND);
          var prompt = playground.prompt();
          prompt.composer().answers().set(new Answers(List.of("yes"), Optional.empty(), false));
          Composition.ALL.forEach(prompt.compositionProperty()::set);
          prompt.composer().answers().set(Answers.NONE);
          prompt.compositionProperty().set(Composition.TEXT);
        });
  }

  /// Sets the whole prompt at once.
  public void type(String prompt) {
    Fx.run(
        () -> {
          playground.prompt().textProperty().set(prompt);
        });
  }

  /// Draws tokens at the end of the text, one by one, and waits for the answer after each.
  public void draw(int tokens) throws TimeoutException {
    waitForAnswer();
    int before = tokenCount();
    for (int drawn = 1; drawn <= tokens; drawn++) {
      int expected = before + drawn;
      Fx.run(
          () -> {
            playground.generation().step();
          });
      waitUntil(() -> tokenCount() == expected);
    }
  }

  public void waitUntil(Callable<Boolean> condition) throws TimeoutException {
    Fx.waitUntil(condition);
  }

  /// Waits for the answer to what was asked last.
  public void waitForAnswer() throws TimeoutException {
    waitUntil(
        () ->
            playground.prompt().currentProperty().get()
                && !playground.distribution().staleProperty().get());
  }

  @Override
  public void close() {
    Fx.run(
        () -> {
          playground.pages().compare().models().close();
        });
    network.shutdownNow();
    backend.close();
    Fx.run(
        () -> {
          autosaver.close();
        });
    WindowBackend.end(background);
    Fx.run(
        () -> {
          scene.getWindow().hide();
        });
    Platform.setImplicitExit(false);
  }
}
