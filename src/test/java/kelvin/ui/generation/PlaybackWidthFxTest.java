package kelvin.ui.generation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import org.junit.jupiter.api.Test;

/// The words around the settings of playing leave room for what stands beside them in the smallest
/// window. Otherwise a user reads “Token 1…” and does not know which token is shown.
class PlaybackWidthFxTest {

  @Test
  void theSmallestWindowSaysWholeWhichTokenIsShown() throws Exception {
    try (var window = OpenWindow.onBundledModel("Once upon a time ".repeat(25), 1024, 700)) {
      Fx.run(
          () -> {
            var area = window.find("prompt", TextArea.class);
            area.requestFocus();
            area.positionCaret(area.getLength() - 3);
          });
      window.waitForAnswer();
      Fx.settle();

      var text = window.text("step-count");
      assertTrue(text.matches("Token \\d{3} of \\d{3}"), text);
      assertWhole(window.find("step-count", Label.class));
      assertWhole(window.find("play-stop-text", Region.class));
    }
  }

  private static void assertWhole(Region control) {
    double width = Fx.get(control::getWidth);
    double wanted = Fx.get(() -> control.prefWidth(-1));
    assertTrue(width >= wanted, control.getId() + ": " + width + " of " + wanted);
  }
}
