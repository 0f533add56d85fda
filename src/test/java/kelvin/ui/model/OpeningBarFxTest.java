package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import kelvin.engine.ModelEvent;
import kelvin.inference.LoadPhase;
import kelvin.window.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/// While a model opens, a button can stop the opening.
class OpeningBarFxTest {

  private static final Path FOLDER = Path.of("models", "large");

  private final FxRobot robot = new FxRobot();
  private final ModelViewModel viewModel = new ModelViewModel();
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void show() throws Exception {
    var stage = FxToolkit.registerPrimaryStage();
    viewModel.setOnStop(() -> asked.add("stop"));
    robot.interact(
        () -> {
          stage.setScene(new Scene(new OpeningBar(viewModel), 400, 80));
          stage.show();
        });
  }

  @AfterEach
  void hide() throws Exception {
    FxToolkit.hideStage();
  }

  private void happens(ModelEvent event) {
    robot.interact(() -> viewModel.show(event));
    Fx.settle();
  }

  private boolean isShown() {
    return robot.lookup("#opening").query().isVisible();
  }

  @Test
  void itIsThereOnlyWhileAModelOpens() {
    assertFalse(isShown());

    happens(new ModelEvent.Progress(FOLDER, LoadPhase.WEIGHTS));
    assertTrue(isShown());

    happens(new ModelEvent.Stopped(FOLDER));
    assertFalse(isShown());
  }

  @Test
  void aClickStopsTheOpening() {
    happens(new ModelEvent.Loading(FOLDER));

    robot.clickOn("#stop-opening");

    assertEquals(List.of("stop"), asked);
  }

  @Test
  void theKeyboardStopsItToo() {
    happens(new ModelEvent.Loading(FOLDER));

    robot.interact(() -> robot.lookup("#stop-opening").query().requestFocus());
    robot.type(KeyCode.SPACE);

    assertEquals(List.of("stop"), asked);
  }
}
