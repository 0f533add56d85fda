package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.ui.figure.PngFile;
import kelvin.ui.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws the window as it is looked at before a release, into `target/pictures`.
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
  })
  void theWindowIsDrawn(Theme theme, int width, int height) throws Exception {
    try (var window = OpenWindow.onBundledModel(PROMPT, width, height)) {
      window.show(theme);
      var sampling = window.playground().sampling();
      OpenWindow.onFx(
          () -> {
            sampling.temperatureProperty().set(theme == Theme.LIGHT ? 0.8 : 1.4);
            sampling.topPProperty().set(0.9);
            return true;
          });
      for (int step = 1; step <= 11; step++) {
        int expected = step;
        OpenWindow.onFx(
            () -> {
              window.playground().generation().step();
              return true;
            });
        window.waitUntil(() -> window.playground().generation().steps().size() == expected);
        window.waitForAnswer();
      }

      var picture = window.picture();

      var folder = Files.createDirectories(Path.of("target", "pictures"));
      var name =
          "window-%s-%dx%d.png"
              .formatted(theme.name().toLowerCase(java.util.Locale.ROOT), width, height);
      PngFile.write(picture, folder.resolve(name));
      assertTrue(picture.getWidth() >= width);
    }
  }
}
