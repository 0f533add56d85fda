package kelvin.ui.shell.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import kelvin.display.Theme;
import kelvin.ui.plot.film.LayerFilm;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import org.junit.jupiter.api.Test;

/// In a small window a plot that is opened is seen whole, and no scale leaves its panel. If these
/// fail, the film is opened outside of what is in sight, or its numbers are cut off.
class NarrowWindowFxTest {

  private static final int WIDTH = 1024;
  private static final int HEIGHT = 700;

  private static Bounds bounds(Node node) {
    return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
  }

  @Test
  void aPlotThatIsOpenedBesideAnotherOneIsScrolledTo() throws Exception {
    try (var window = OpenWindow.onBundledModel("The capital of France is", WIDTH, HEIGHT)) {
      window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT7);
      window.waitUntil(
          () -> window.playground().distribution().layers().pictureProperty().get() != null);
      Fx.settle();

      var film = bounds(window.find("layer-film", LayerFilm.class));
      var panel = bounds(window.root().lookup(".plots-scroll"));
      assertTrue(film.getMaxX() <= panel.getMaxX() + 1, film + " in " + panel);
    }
  }

  @Test
  void theScaleOfTheShadesStaysInItsPanelInEachTheme() throws Exception {
    try (var window = OpenWindow.onBundledModel("The capital of France is", WIDTH, HEIGHT)) {
      for (var theme : Theme.ALL) {
        window.show(theme);
        Fx.settle();

        var scale = bounds(window.find("heat-scale", Node.class));
        var area = bounds(window.find("prompt", Node.class));
        double before = area.getMinX() - scale.getMinX();
        double behind = scale.getMaxX() - area.getMaxX();
        assertEquals(before, behind, 2, theme.label());
      }
    }
  }
}
