package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import kelvin.KeptFiles;
import kelvin.ui.fx.FakePacer;
import kelvin.ui.playground.PlaygroundViewModel;
import kelvin.ui.session.Autosaver;
import kelvin.ui.session.FakeQuestions;
import kelvin.ui.session.SessionDisk;
import kelvin.ui.session.SessionViewModel;
import kelvin.window.Fx;
import kelvin.workspace.AutosaveFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/// The window remembers its settings between starts.
class WindowSettingsFxTest {

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /// Opens the settings, does something with them, and closes them as a window does.
  private WindowSettings use(Path file, Consumer<WindowSettings> act) {
    return Fx.get(
        () -> {
          var settings = open(file);
          act.accept(settings);
          settings.close();
          return settings;
        });
  }

  private WindowSettings open(Path file) {
    var playground =
        new PlaygroundViewModel(new FakePacer(), Runnable::run, Runnable::run, Runnable::run);
    var disk = new SessionDisk(Runnable::run, Runnable::run);
    var autosaver =
        new Autosaver(
            new AutosaveFolder(folder.resolve("autosave")),
            disk,
            new FakePacer(),
            Clock.systemUTC());
    var session =
        new SessionViewModel(playground, disk, autosaver, new FakeQuestions(), Clock.systemUTC());
    return new WindowSettings(file, disk, playground, session);
  }

  @Test
  void settingsOfBeforeAreTakenAndSavedAsTheyWere() throws Exception {
    var file = Files.copy(KeptFiles.file("settings-1.json"), folder.resolve("settings.json"));

    var settings = use(file, _ -> {});

    assertEquals(Optional.empty(), settings.problem());
    assertEquals("PROJECTOR", settings.theme().orElseThrow().name());
    assertEquals(1.25, settings.zoom());
    assertEquals(Files.readString(KeptFiles.file("settings-1.json")), Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({
    "theme, light",
    "theme, dark",
    "theme, projector",
    "barScale, absolute",
    "barScale, largest",
    "barScale, logarithmic",
    "shading, surprisal",
    "shading, probability",
    "shading, rank",
    "shading, entropy",
    "shading, none",
    "page, playground",
    "page, compare",
    "page, lab"
  })
  void theWindowKnowsEveryWord(String member, String word) throws Exception {
    var said = "\"" + member + "\": \"" + word + "\"";
    var file =
        Files.writeString(
            folder.resolve("settings.json"),
            Files.readString(KeptFiles.file("settings-1.json"))
                .replaceFirst("\"" + member + "\": \"[^\"]*\"", said));

    var settings = use(file, its -> its.theme().ifPresent(its::remember));

    var text = Files.readString(file);
    assertTrue(text.contains(said), text);
    assertTrue(!member.equals("theme") || settings.theme().isPresent());
  }

  @Test
  void aWordThatTheWindowDoesNotKnowChangesNothing() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("settings.json"),
            Files.readString(KeptFiles.file("settings-1.json"))
                .replace("\"projector\"", "\"sepia\"")
                .replace("\"logarithmic\"", "\"cubic\"")
                .replace("\"rank\"", "\"heat\"")
                .replace("\"lab\"", "\"cellar\""));

    var settings = use(file, _ -> {});

    assertEquals(Optional.empty(), settings.problem());
    assertEquals(Optional.empty(), settings.theme());
    var text = Files.readString(file);
    assertTrue(text.contains("\"barScale\": \"absolute\""), text);
    assertTrue(text.contains("\"shading\": \"surprisal\""), text);
    assertTrue(text.contains("\"page\": \"playground\""), text);
  }

  @Test
  void aLectureDoesNotChangeThePlaceOfTheNextWindow() throws Exception {
    var file = folder.resolve("settings.json");
    var stage = Fx.get(Stage::new);
    var settings = Fx.get(() -> open(file));
    Fx.run(
        () -> {
          stage.setScene(new Scene(new StackPane(), 300, 200));
          settings.restoreLayout(stage);
          stage.show();
          stage.setWidth(640);
          stage.setHeight(480);
        });
    Fx.settle();
    Fx.run(() -> stage.setFullScreen(true));
    Fx.settle();
    assertTrue(Fx.get(() -> stage.getWidth() > 640));

    Fx.run(
        () -> {
          settings.close();
          stage.hide();
        });

    var text = Files.readString(file);
    assertTrue(text.contains("640") && text.contains("480"), text);
  }
}
