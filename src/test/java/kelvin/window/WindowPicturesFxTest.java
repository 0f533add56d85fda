package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import kelvin.display.BarScale;
import kelvin.display.Shading;
import kelvin.display.Theme;
import kelvin.engine.ModelEvent;
import kelvin.inference.LoadPhase;
import kelvin.prompt.Composition;
import kelvin.ui.distribution.Plot;
import kelvin.ui.plot.bars.BarColumn;
import kelvin.ui.plot.bars.TokenBars;
import kelvin.ui.theme.Magnified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws the window in the states that are looked at before a release, into `target/pictures`.
class WindowPicturesFxTest {

  private static final String PROMPT =
      "Once upon a time, there was a little girl named Lily. One day, she went to the park and saw"
          + " a big";

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1280, 800",
    "DARK, 1280, 800",
    "LIGHT, 900, 600",
    "DARK, 900, 600",
    "PROJECTOR, 1280, 800",
  })
  void theWindowAfterThirteenSteps(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      window.show(theme);
      sample(window, theme == Theme.LIGHT ? 0.8 : 1.4, 0.9);
      window.draw(13);

      var picture = window.picture();

      PictureFile.save(picture, "window-%s-%dx%d".formatted(theme, width, height));
      assertEquals(width, picture.getWidth());
      // A narrow panel shows it in a line of its own.
      boolean isNarrow = width < 1000 || theme == Theme.PROJECTOR;
      assertTrue(window.isShown(isNarrow ? "start-token-below" : "start-token"));
      assertFalse(window.isShown(isNarrow ? "start-token" : "start-token-below"));
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "900, 600"})
  void anOpeningShowsItsPhaseAndCanBeStopped(int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      var folder = Path.of("models", "Qwen2.5-0.5B-Instruct-ONNX");
      Fx.run(
          () -> {
            window.playground().model().show(new ModelEvent.Progress(folder, LoadPhase.TRIAL));
          });

      PictureFile.save(window.picture(), "state-opening-%dx%d".formatted(width, height));

      assertTrue(window.isShown("stop-opening"));
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 900, 600", "DARK, 900, 600"})
  void aSpanIsSelectedAndSpellingsAreJoined(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      window.show(theme);
      sample(window, 0.8, 0.9);
      window.draw(6);
      var playground = window.playground();
      Fx.run(
          () -> {
            playground.prompt().shadingProperty().set(Shading.RANK);
            playground.watch().watch("incredible unlikely");
            playground.watch().join(0, 1);
            window.find("prompt", TextArea.class).selectRange(23, 45);
          });
      window.waitUntil(() -> !playground.watch().rows().get(1).note().isEmpty());

      PictureFile.save(window.picture(), "state-span-%s-%dx%d".formatted(theme, width, height));

      assertTrue(playground.prompt().numbers().chainRuleProperty().get().isPresent());
    }
  }

  @Test
  void anEarlierTokenIsLookedAt() throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, 1280, 800)) {
      sample(window, 1.2, 0.9);
      window.draw(6);
      Fx.run(
          () -> {
            window.playground().generation().selectedProperty().set(2);
          });
      window.waitForAnswer();

      PictureFile.save(window.picture(), "state-earlier-token");

      assertEquals(
          "here", window.playground().distribution().pictureProperty().get().mark().word());
    }
  }

  @Test
  void theTemperatureFilmIsDrawn() throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, 1280, 800)) {
      sample(window, 0.7, 1);
      var film = window.playground().distribution().film();
      Fx.run(
          () -> {
            film.activeProperty().set(true);
          });
      window.waitUntil(() -> film.sweepProperty().get() != null);

      PictureFile.save(window.picture(), "state-film");

      assertEquals(64, film.sweepProperty().get().temperatures().size());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "DARK, 900, 600"})
  void aPinnedDistributionStandsBehindTheLiveOne(Theme theme, int width, int height)
      throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      window.show(theme);
      sample(window, 1, 0.9);
      var distribution = window.playground().distribution();
      Fx.run(
          () -> {
            distribution.pin();
            window.playground().sampling().temperatureProperty().set(2.5);
            distribution.bars().show(BarColumn.FINAL, true);
            distribution.bars().show(BarColumn.PROBABILITY, true);
            distribution.plots().show(Plot.DIFFERENCE, true);
            distribution.plots().show(Plot.CURVE, width > 1000);
            distribution.scaleProperty().set(BarScale.LARGEST);
          });
      window.waitUntil(() -> distribution.pinned().differenceProperty().get() != null);

      PictureFile.save(window.picture(), "state-pinned-%s-%dx%d".formatted(theme, width, height));

      assertTrue(window.text("pinned-label").endsWith("τ 1"));
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "900, 600"})
  void aTokenIsFoundDeepInTheVocabulary(int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      sample(window, 0.8, 0.9);
      window.robot().push(KeyCode.CONTROL, KeyCode.F).write("ele");
      window.waitUntil(() -> window.text("find-result").startsWith("1 of"));

      PictureFile.save(window.picture(), "state-found-%dx%d".formatted(width, height));

      assertTrue(window.text("detail-token").contains("ele"));
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 800", "900, 600"})
  void aFewShotPromptIsComposed(int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      Fx.run(
          () -> {
            window.playground().prompt().compositionProperty().set(Composition.FEW_SHOT);
            window.playground().watch().watch("sad");
          });
      window.waitForAnswer();

      PictureFile.save(window.picture(), "state-few-shot-%dx%d".formatted(width, height));

      assertEquals(
          "Q: hot\nA: cold\nQ: big\nA: small\nQ: happy\nA:",
          window.playground().prompt().textProperty().get());
    }
  }

  @Test
  void partsOfCharactersAndControlCharactersAreShown() throws Exception {
    var prompt = "Tabs\tand\n\nlines, naïve café 😀 日本語, \u0000 and\u00a0no-break";
    try (var window = OpenWindow.onBundledModel(prompt, 1280, 800)) {
      sample(window, 3, 1);
      window.draw(14);

      PictureFile.save(window.picture(), "state-odd-characters");

      assertEquals("", window.playground().prompt().problemProperty().get());
    }
  }

  @Test
  void aFolderThatIsNoModelIsRefusedInWords(@TempDir Path folder) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, 1280, 800)) {
      window.open(folder);
      window.waitUntil(() -> !window.playground().model().problemProperty().get().isEmpty());
      window.waitUntil(() -> window.isShown("dismiss-notice"));

      PictureFile.save(window.picture(), "state-refused-folder");

      assertEquals("kelvin-tiny", window.playground().model().nameProperty().get());
    }
  }

  @Test
  void aPromptLongerThanTheContextIsExplained() throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, 1280, 800)) {
      Fx.run(
          () -> {
            window.playground().prompt().textProperty().set("all work and no play ".repeat(150));
          });
      window.waitUntil(() -> window.root().lookup("#fix-context-nearly-full") != null);

      PictureFile.save(window.picture(), "state-too-long");

      assertEquals(null, window.playground().distribution().pictureProperty().get());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 2", "DARK, 2", "LIGHT, 3", "PROJECTOR, 1.5"})
  void theWindowIsZoomed(Theme theme, double zoom) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, 1280, 800)) {
      window.show(theme);
      sample(window, 0.8, 0.9);
      Fx.run(
          () -> {
            window.zoom().set(zoom);
            window.playground().distribution().plots().show(Plot.FILM, true);
          });
      window.waitForAnswer();
      var name = "state-zoom-%s-%.0f".formatted(theme, 100 * zoom);

      PictureFile.save(window.picture(), name);
      Fx.run(
          () -> {
            window.find("bars", TokenBars.class).requestFocus();
          });
      PictureFile.save(window.picture(), name + "-bars");

      assertTrue(((Magnified) window.root()).magnification() >= zoom);
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1", "DARK, 1", "LIGHT, 2"})
  void theShortcutsAndAMenuAreShown(Theme theme, double zoom) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, 1280, 800)) {
      window.show(theme);
      Fx.run(
          () -> {
            window.zoom().set(zoom);
          });
      window.robot().push(KeyCode.F1);
      var name = "state-shortcuts-%s-%.0f".formatted(theme, 100 * zoom);
      saveAbove(name);
      var sheet = Window.getWindows().getLast();
      Fx.run(
          () -> {
            sheet.hide();
            var menus = (MenuBar) window.root().lookup(".menu-bar");
            // The longest menu would not fit the headless screen twice as large.
            menus.getMenus().get(zoom > 1 ? 2 : 4).show();
          });
      saveAbove("state-menu-%s-%.0f".formatted(theme, 100 * zoom));

      assertTrue(Window.getWindows().size() > 1);
      Fx.run(
          () -> {
            List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
          });
    }
  }

  /// The window that was opened last, alone.
  private static void saveAbove(String name) throws Exception {
    Fx.settle();
    PictureFile.save(Fx.get(() -> Window.getWindows().getLast().getScene().snapshot(null)), name);
  }

  private static void sample(OpenWindow window, double temperature, double topP) {
    var sampling = window.playground().sampling();
    Fx.run(
        () -> {
          sampling.temperatureProperty().set(temperature);
          sampling.topPProperty().set(topP);
          window.playground().watch().watch("dog");
        });
  }
}
