package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.ui.plot.film.LayerFilm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, the layers do not come, or the bars of a layer are taken for the model's answer.
class LayersFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW = WindowExtension.showing("The capital of France is");

  private final OpenWindow window;

  LayersFxTest(OpenWindow window) {
    this.window = window;
  }

  private void openFilm() throws Exception {
    window.robot().clickOn("#show-layers");
    window.waitUntil(
        () -> window.playground().distribution().layers().pictureProperty().get() != null);
  }

  private void clickOnLayer(int layer) throws Exception {
    var film = window.find("layer-film", LayerFilm.class);
    Point2D place = Fx.get(() -> film.localToScreen(film.xOf(layer), film.yOf(0.5)));
    window.robot().clickOn(place, MouseButton.PRIMARY);
    Fx.settle();
  }

  @Test
  void aLayerIsLookedAtWithoutARunAndLeftAgain() throws Exception {
    openFilm();
    int runs = window.modelRuns();
    clickOnLayer(6);

    assertEquals("Layer 6 of 8, logit lens, at τ 1", window.text("lens-label"));
    assertEquals(" ", firstToken());
    assertTrue(window.shown().mark().rank().isEmpty());

    window.robot().push(KeyCode.RIGHT);
    assertEquals(" Par", firstToken());
    window.robot().clickOn("#leave-lens");
    assertEquals("Layer 8 of 8, the model’s own, at τ 1", window.text("lens-label"));
    assertTrue(window.shown().mark().rank().isPresent());
    assertEquals(runs, window.modelRuns());
  }

  @Test
  void nothingJumpsWhileALayerIsLookedAt() throws Exception {
    openFilm();
    double before = topOfFilm();
    clickOnLayer(6);
    assertEquals(before, topOfFilm());

    window.robot().clickOn("#prompt");
    window.robot().push(KeyCode.END);
    for (var key : List.of(KeyCode.SPACE, KeyCode.A, KeyCode.B)) {
      window.robot().push(key);
      assertEquals(before, topOfFilm());
      Fx.settle();
      assertEquals(before, topOfFilm());
    }
  }

  private double topOfFilm() {
    var film = window.find("layer-film", LayerFilm.class);
    return Fx.get(() -> film.localToScene(0, 0).getY());
  }

  @Test
  void theTokenOfTheRowIsTakenAndNotThatOfTheModelsRank() throws Exception {
    openFilm();
    clickOnLayer(6);
    int wanted = window.shown().logits().tokenAtRank(1);

    window.doubleClickOnRank(1);
    window.waitUntil(() -> window.steps().size() == 1);

    assertEquals(wanted, window.steps().getFirst().tokenId());
  }

  private String firstToken() {
    var vocabulary = window.playground().distribution().vocabularyProperty().get();
    return Objects.requireNonNull(vocabulary).text(window.shown().logits().tokenAtRank(1));
  }
}
