package kelvin.ui.hub;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, who has zoomed the window cannot read or reach a part of *Get models*.
class HubSizesFxTest {

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing("Once");

  private final OpenWindow window;

  HubSizesFxTest(OpenWindow window) {
    this.window = window;
  }

  @AfterEach
  void close() {
    Fx.run(OpenHub::close);
  }

  @Test
  void atThreeTimesTheSizeTheFilesStandBelowTheModels() throws Exception {
    Fx.run(() -> window.zoom().set(3));
    Fx.settle();
    window.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
    window.waitUntil(OpenHub::isShown);
    Fx.settle();

    assertTrue(onScene("hub-look-name").getMaxY() <= onScene("hub-graphs").getMinY());
    assertTrue(onScene("hub-graphs").getMaxY() <= onScene("hub-needed").getMinY());
  }

  private static Bounds onScene(String id) {
    return Fx.get(
        () -> {
          var node = OpenHub.scene().lookup("#" + id);
          return node.localToScene(node.getLayoutBounds());
        });
  }
}
