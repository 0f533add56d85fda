package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import kelvin.engine.ModelEvent;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The picker cuts off long words, so a user reads in its tooltip which model is open or opens.
class ModelPickerFxTest {

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theTooltipHasTheWordsInFull() {
    var models = new ModelViewModel();
    var picker = Fx.get(() -> new ModelPicker(models, Path.of("bundled")));

    assertTooltipBegins("no model\n", picker);

    Fx.run(() -> models.show(new ModelEvent.Loading(Path.of("models", "other"))));

    assertTooltipBegins("no model · opening other …\n", picker);
  }

  private static void assertTooltipBegins(String words, ModelPicker picker) {
    var text = Fx.get(() -> picker.getTooltip().getText());
    assertTrue(text.startsWith(words), text);
  }
}
