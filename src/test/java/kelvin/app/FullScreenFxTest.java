package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, a user who looks at Kelvin on the full screen cannot leave it after a lecture.
class FullScreenFxTest {

  private static final KeyCombination ESCAPE = KeyCombination.valueOf("Esc");

  private Stage stage;
  private FullScreen screen;

  @BeforeEach
  void make() throws Exception {
    FxToolkit.registerPrimaryStage();
    Fx.run(
        () -> {
          stage = new Stage();
          stage.setFullScreenExitKeyCombination(ESCAPE);
          stage.setFullScreenExitHint("Esc leaves the full screen.");
          screen = new FullScreen(stage);
        });
  }

  @Test
  void theKeyAndTheHintOfTheWindowAreBackAfterALecture() {
    Fx.run(() -> screen.fill(true));
    assertTrue(Fx.get(stage::isFullScreen));
    assertEquals(KeyCombination.NO_MATCH, Fx.get(stage::getFullScreenExitKeyCombination));

    Fx.run(() -> screen.fill(false));

    assertFalse(Fx.get(stage::isFullScreen));
    assertEquals(ESCAPE, Fx.get(stage::getFullScreenExitKeyCombination));
    assertEquals("Esc leaves the full screen.", Fx.get(stage::getFullScreenExitHint));
  }

  @Test
  void aWindowThatFilledTheScreenBeforeStillDoes() {
    Fx.run(
        () -> {
          stage.setFullScreen(true);
          screen.fill(true);
          screen.fill(false);
        });

    assertTrue(Fx.get(stage::isFullScreen));
    assertEquals(ESCAPE, Fx.get(stage::getFullScreenExitKeyCombination));
  }
}
