package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import kelvin.display.Theme;
import kelvin.engine.ModelEvent;
import kelvin.inference.LoadPhase;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.PictureFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A bar that moves while a model loads makes the user press another button than they aimed at.
class StillBarFxTest {

  private static final Path FOLDER =
      Path.of("models", "a-model-with-a-rather-long-name-of-its-own");

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1024", "PROJECTOR, 1280", "LIGHT, 900"})
  void noControlOfTheBarMovesWhileAModelLoads(Theme theme, int width) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", width, 700)) {
      window.show(theme);
      var before = places(window);
      assertTrue(before.size() > 4, before::toString);

      show(window, new ModelEvent.Loading(FOLDER));
      assertEquals(before, places(window), "loading begins");
      assertTrue(window.isShown("stop-opening"));
      for (var phase : LoadPhase.values()) {
        show(window, new ModelEvent.Progress(FOLDER, phase));
        assertEquals(before, places(window), phase.toString());
      }
      save(window, theme, width);
      show(window, new ModelEvent.Failed(FOLDER, "there is no graph.", "Choose another folder."));
      assertEquals(before, places(window), "opening fails");
      assertFalse(window.isShown("stop-opening"));

      show(window, new ModelEvent.Loading(FOLDER));
      show(window, new ModelEvent.Stopped(FOLDER));
      assertEquals(before, places(window), "opening is stopped");
    }
  }

  private static void show(OpenWindow window, ModelEvent event) {
    Fx.run(() -> window.playground().show(event));
  }

  /// The bounds of every control in the bar, in their order.
  private static Map<String, Bounds> places(OpenWindow window) {
    Fx.settle();
    return Fx.get(
        () -> {
          var places = new LinkedHashMap<String, Bounds>();
          int number = 0;
          for (var node : window.root().lookupAll(".top-bar *")) {
            if (node instanceof Control && !isInside(node)) {
              var place = node.localToScene(node.getLayoutBounds());
              places.put(number + " " + node.getId() + " " + node.getStyleClass(), place);
            }
            number++;
          }
          return places;
        });
  }

  /// The words inside the picker are the only ones that change.
  private static boolean isInside(Node node) {
    return node.getStyleClass().contains("label");
  }

  private static void save(OpenWindow window, Theme theme, int width) throws Exception {
    PictureFile.save(window.picture(), "bar-%s-%d".formatted(theme, width));
  }
}
