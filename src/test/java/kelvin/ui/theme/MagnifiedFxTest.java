package kelvin.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import kelvin.display.Theme;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

class MagnifiedFxTest {

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /// The window needs 900 × 640 of its own pixels.
  @ParameterizedTest
  @CsvSource({
    "LIGHT, 1920, 1080, 1",
    "PROJECTOR, 1920, 1080, 1.5",
    "PROJECTOR, 1080, 1080, 1.2",
    "PROJECTOR, 1920, 704, 1.1",
    "PROJECTOR, 900, 640, 1",
    "PROJECTOR, 500, 300, 1",
  })
  void theProjectorMagnifiesAsFarAsThereIsRoom(
      Theme theme, double width, double height, double expected) {
    var content = new StackPane();
    var magnified = new Magnified(content);

    Fx.run(
        () -> {
          ThemeStyle.apply(theme, new Scene(magnified, width, height));
          magnified.layout();
        });

    assertEquals(expected, magnified.magnification(), 1e-12);
    assertEquals(width / expected, content.getWidth(), 1e-9);
    assertEquals(height / expected, content.getHeight(), 1e-9);
  }
}
