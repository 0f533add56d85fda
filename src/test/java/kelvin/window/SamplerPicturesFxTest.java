package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import kelvin.display.Theme;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.distribution.Xtc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws the sampling panel with many stages, into `target/pictures`.
class SamplerPicturesFxTest {

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280, 800", "DARK, 900, 600"})
  void aChainOfManyStages(Theme theme, int width, int height) throws Exception {
    try (var window =
        OpenWindow.onBundledModel("Once upon a time there was a little", width, height)) {
      window.show(theme);
      var sampling = window.playground().sampling();
      Fx.run(
          () -> {
            sampling.chain().usePreset(SamplerPreset.LLAMA_CPP);
            sampling.chain().add(StageKind.REPETITION_PENALTY);
            sampling.chain().put(new Xtc(0.5, 0.1));
            sampling.chain().add(StageKind.LOGIT_BIAS);
            sampling.metrics().moreProperty().set(true);
          });

      var picture = window.picture();

      PictureFile.save(picture, "state-sampler-%s-%dx%d".formatted(theme, width, height));
      assertEquals(7, sampling.chainProperty().get().entries().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void thePresetsSayWhatTheyDo(Theme theme) throws Exception {
    try (var window = OpenWindow.onBundledModel("Once", 1280, 800)) {
      window.show(theme);
      Fx.run(
          () -> {
            window.find("order", MenuButton.class).show();
          });
      var popup =
          window.robot().listWindows().stream()
              .filter(ContextMenu.class::isInstance)
              .findFirst()
              .orElseThrow();

      var picture = Fx.get(() -> popup.getScene().snapshot(null));

      PictureFile.save(picture, "menu-presets-" + theme);
      assertEquals(8, window.find("order", MenuButton.class).getItems().size());
    }
  }
}
