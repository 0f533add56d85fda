package kelvin.ui.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import kelvin.distribution.StageKind;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, a control moves away under the mouse, and a click hits another one.
class NothingJumpsFxTest {

  private static final int SWITCHES = 200;

  private static final List<StageKind> STAGES =
      List.of(
          StageKind.TEMPERATURE,
          StageKind.TOP_K,
          StageKind.TOP_P,
          StageKind.MIN_P,
          StageKind.TYPICAL,
          StageKind.REPETITION_PENALTY,
          StageKind.XTC);

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;

  NothingJumpsFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void theControlsOfTheSamplingPanelKeepTheirPlacesThroughTwoHundredSwitches() {
    var sampling = window.playground().sampling();
    Fx.run(
        () -> {
          STAGES.stream()
              .filter(kind -> sampling.chainProperty().get().find(kind).isEmpty())
              .forEach(sampling.chain()::add);
        });
    Fx.settle();
    var random = new Random(7);
    var before = places();

    for (int i = 0; i < SWITCHES; i++) {
      var kind = STAGES.get(random.nextInt(STAGES.size()));
      double share = 0.02 + 0.9 * random.nextDouble();
      Fx.run(
          () -> {
            sampling.topPProperty().set(share);
            sampling.temperatureProperty().set(3 * share);
            window.find(kind.label() + "-switch", CheckBox.class).fire();
            window.root().applyCss();
            window.root().layout();
          });
      assertEquals(before, places(), "after switching " + kind.label());
    }
  }

  @Test
  void seedAndDrawAreInSight() {
    for (double height : List.of(800.0, 700.0)) {
      Fx.run(
          () -> {
            window.root().getScene().getWindow().setHeight(height);
          });
      Fx.settle();
      for (var id : List.of("seed", "draw-mode", "draw-sentence")) {
        var place = place(window.find(id, Node.class));
        assertTrue(place.getMaxY() < height, id + " at " + place + " of " + height);
      }
    }
  }

  private Map<String, Bounds> places() {
    var places = new LinkedHashMap<String, Bounds>();
    for (var kind : STAGES) {
      for (var part : List.of("-switch", "-menu")) {
        var id = kind.label() + part;
        places.put(id, place(window.find(id, Node.class)));
      }
    }
    for (var id :
        List.of("add-stage", "open-in", "entropy", "show-more-metrics", "seed", "draw-many")) {
      places.put(id, place(window.find(id, Node.class)));
    }
    // The text of a number changes its width, not its place.
    places.computeIfPresent(
        "entropy", (_, place) -> new BoundingBox(place.getMinX(), place.getMinY(), 0, 0));
    return places;
  }

  private static Bounds place(Node node) {
    return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
  }
}
