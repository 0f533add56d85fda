package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import kelvin.display.BarScale;
import kelvin.display.Theme;
import kelvin.ui.fx.AnimationPacer;
import kelvin.ui.fx.FxThread;
import kelvin.ui.playground.Page;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.FakeQuestions;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.ui.shell.MainView;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.workspace.AutosaveFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// A window keeps its work from one start to the next: after a crash, and after a proper end.
class KilledWindowFxTest {

  private static final int MAX_SECONDS = 120;

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
  void whatAKilledWindowHeldIsOfferedAtTheNextStart() throws Exception {
    killAWindowThatHoldsUnsavedWork();
    var playground = Fx.get(this::playground);
    var workspace = Fx.get(() -> workspace(playground));

    Fx.run(
        () -> {
          workspace.begin();
        });
    Fx.waitUntil(() -> playground.notices().noticeProperty().get().isPresent());
    var notice = Fx.get(() -> playground.notices().noticeProperty().get().orElseThrow());
    assertEquals("Kelvin was closed unexpectedly; restore unsaved work?", notice.sentence());
    Fx.run(
        () -> {
          notice.action().orElseThrow().run().run();
        });

    // The work is read beside the window.
    Fx.waitUntil(() -> playground.prompt().textProperty().get().equals("Typed before the end"));
    assertEquals("• Untitled – Kelvin", Fx.get(stage::getTitle));
    Fx.run(
        () -> {
          workspace.end();
        });
  }

  @Test
  void theLayoutIsRememberedBetweenStarts() throws Exception {
    var first = Fx.get(this::playground);
    Fx.run(
        () -> {
          var settings = settings(first);
          settings.restoreLayout(stage);
          stage.show();
          stage.setX(40);
          stage.setY(30);
          stage.setWidth(1000);
          stage.setHeight(700);
          settings.remember(Theme.DARK);
          first.distribution().scaleProperty().set(BarScale.LARGEST);
          first.pages().pageProperty().set(Page.LAB);
          settings.close();
          stage.hide();
        });
    waitForTheDisk();

    var second = Fx.get(this::playground);
    var settings = Fx.get(() -> settings(second));
    Fx.run(
        () -> {
          stage.setWidth(1200);
          settings.restoreLayout(stage);
          settings.close();
        });

    assertEquals(Theme.DARK, settings.theme().orElseThrow());
    assertEquals(1000, stage.getWidth());
    assertEquals(700, stage.getHeight());
    assertEquals(BarScale.LARGEST, second.distribution().scaleProperty().get());
    assertEquals(Page.LAB, second.pages().pageProperty().get());
  }

  @Test
  void aDividerThatWasMovedStandsThereAtTheNextStart() throws Exception {
    List<Double> before;
    List<Double> moved;
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      var settings = keepDividers(window);
      before = dividers(window);
      dragTheFirstDivider(window, 60);
      moved = dividers(window);
      Fx.run(
          () -> {
            settings.close();
          });
    }
    waitForTheDisk();
    assertTrue(moved.getFirst() > before.getFirst() + 0.03, before + " to " + moved);

    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      assertEquals(before, dividers(window));
      var settings = keepDividers(window);
      Fx.settle();

      assertEquals(moved, dividers(window));
      Fx.run(
          () -> {
            settings.close();
          });
    }
  }

  private WindowSettings keepDividers(OpenWindow window) {
    return Fx.get(
        () -> {
          var settings = settings(window.playground());
          view(window).setOnDividers(settings::restoreDividers);
          return settings;
        });
  }

  private static MainView view(OpenWindow window) {
    return window.root().getChildrenUnmodifiable().stream()
        .filter(MainView.class::isInstance)
        .map(MainView.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void dragTheFirstDivider(OpenWindow window, int by) {
    var divider = window.root().lookup(".panels > .split-pane-divider");
    var box = Fx.get(() -> divider.localToScreen(divider.getLayoutBounds()));
    window.robot().moveTo(box.getMinX() + box.getWidth() / 2, box.getMinY() + 40);
    window.robot().press(MouseButton.PRIMARY);
    for (int step = 0; step < by; step += 2) {
      window.robot().moveBy(2, 0);
    }
    window.robot().release(MouseButton.PRIMARY);
  }

  /// The positions of the dividers, in thousandths.
  private static List<Double> dividers(OpenWindow window) {
    return Fx.get(
        () ->
            DoubleStream.of(((SplitPane) window.root().lookup(".panels")).getDividerPositions())
                .map(position -> Math.rint(position * 1000) / 1000)
                .boxed()
                .toList());
  }

  @Test
  void damagedSettingsAreSaidAndStopNothing() throws Exception {
    var file = folder.resolve("config").resolve("settings.json");
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(file, "{\"format\": \"kelvin-se");
    var playground = Fx.get(this::playground);

    var settings = Fx.get(() -> settings(playground));
    var problem = settings.problem();
    Fx.run(
        () -> {
          settings.close();
        });

    assertTrue(problem.orElseThrow().contains("Kelvin starts with its first settings"));
    assertTrue(Files.exists(folder.resolve("config").resolve("settings.json.damaged")));
  }

  private void waitForTheDisk() throws Exception {
    disk.submit(() -> {}).get(MAX_SECONDS, TimeUnit.SECONDS);
  }

  private PlaygroundViewModel playground() {
    return new PlaygroundViewModel(
        new AnimationPacer(), Runnable::run, Runnable::run, new FxThread());
  }

  private WindowWorkspace workspace(PlaygroundViewModel playground) {
    var folders = new UserFolders(folder.resolve("config"), folder.resolve("state"));
    return new WindowWorkspace(stage, playground, new SessionDisk(disk, new FxThread()), folders);
  }

  private WindowSettings settings(PlaygroundViewModel playground) {
    var writer = new SessionDisk(disk, new FxThread());
    var clock = Clock.systemUTC();
    var autosave = new AutosaveFolder(folder.resolve("state"));
    var autosaver = new Autosaver(autosave, writer, new AnimationPacer(), clock);
    var session = new SessionViewModel(playground, writer, autosaver, new FakeQuestions(), clock);
    var file = folder.resolve("config").resolve("settings.json");
    return new WindowSettings(file, writer, playground, session);
  }

  private void killAWindowThatHoldsUnsavedWork() throws IOException, InterruptedException {
    var process = new ProcessBuilder(command()).start();
    try {
      var kept = folder.resolve("state").resolve("autosave").resolve("window-1.kelvin");
      for (int i = 0; i < MAX_SECONDS * 10 && !Files.exists(kept); i++) {
        assertTrue(!process.waitFor(100, TimeUnit.MILLISECONDS), "it ended by itself");
      }
      assertTrue(Files.exists(kept), "nothing was kept");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private List<String> command() {
    var command = new ArrayList<>(ChildJvm.command("512m"));
    command.removeLast();
    var classes = Path.of(System.getProperty("kelvin.home", ""), "target", "test-classes");
    command.add("--patch-module=kelvin=" + classes);
    command.add("-Dglass.platform=Headless");
    command.add("-Dprism.order=sw");
    command.add("-Djava.awt.headless=true");
    command.add("--module=kelvin/" + EditingProgram.class.getName());
    command.add(folder.toString());
    return command;
  }
}
