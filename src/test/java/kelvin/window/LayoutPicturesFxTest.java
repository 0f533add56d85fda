package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import kelvin.display.Theme;
import kelvin.prompt.task.TaskLibrary;
import kelvin.ui.plot.bars.TokenBars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws the ways to lay the panels out as they are looked at before a release. In each of them the
/// bars are in sight.
class LayoutPicturesFxTest {

  private static final String PROMPT =
      "Once upon a time, there was a little girl named Lily. One day, she went to the park and saw"
          + " a big";

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1024, 700, 1",
    "LIGHT, 1280, 800, 1",
    "DARK, 1280, 800, 1",
    "PROJECTOR, 1280, 800, 1",
    "LIGHT, 1280, 800, 2",
  })
  void aTableOfExamples(Theme theme, int width, int height, double zoom) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, height)) {
      show(window, theme, zoom);
      Fx.run(
          () -> {
            window.playground().prompt().tasks().open(TaskLibrary.find("sentiment").orElseThrow());
          });
      window.waitForAnswer();
      window.waitUntil(
          () ->
              !window.playground().labels().staleProperty().get()
                  && !window.playground().prompt().effects().staleProperty().get());

      save(window, "layout-few-shot", theme, width, height, zoom);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1024, 700, 1",
    "LIGHT, 1280, 800, 1.5",
    "LIGHT, 1280, 800, 1.75",
    "DARK, 1280, 800, 2",
    "LIGHT, 1280, 800, 3",
    "PROJECTOR, 1280, 800, 1",
  })
  void aText(Theme theme, int width, int height, double zoom) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      show(window, theme, zoom);
      Fx.run(
          () -> {
            window.playground().sampling().topPProperty().set(0.9);
          });
      window.waitForAnswer();

      save(window, "layout-text", theme, width, height, zoom);
    }
  }

  private static void show(OpenWindow window, Theme theme, double zoom) throws Exception {
    window.show(theme);
    Fx.run(
        () -> {
          window.zoom().set(zoom);
        });
  }

  private static void save(
      OpenWindow window, String name, Theme theme, int width, int height, double zoom)
      throws Exception {
    PictureFile.save(
        window.picture(), "%s-%s-%dx%d-%.0f".formatted(name, theme, width, height, 100 * zoom));
    assertTrue(window.isShown("bars"));
    assertTrue(Fx.get(() -> window.find("bars", TokenBars.class).visibleRowsProperty().get()) >= 1);
  }
}
