package kelvin.ui.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import kelvin.distribution.DrawHistogram;
import kelvin.distribution.DrawMode;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.PictureFile;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The dialogs of the sampling panel: a thousand draws, other tools, a wanted perplexity.
class SamplerDialogsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;
  private final SamplingViewModel sampling;

  SamplerDialogsFxTest(OpenWindow window) {
    this.window = window;
    sampling = window.playground().sampling();
  }

  @AfterEach
  void close() {
    window.robot().push(KeyCode.ESCAPE);
  }

  /// The root of the dialog that shows a node.
  private <T extends Node> T inDialog(String id, Class<T> type) {
    return window.robot().lookup("#" + id).queryAs(type);
  }

  private String text(String id) {
    return Fx.get(() -> inDialog(id, Labeled.class).getText());
  }

  private void press(String id) {
    Fx.run(
        () -> {
          window.find(id, javafx.scene.control.Button.class).fire();
        });
  }

  private void save(String id, String name) throws Exception {
    var picture = Fx.get(() -> inDialog(id, Node.class).getScene().snapshot(null));
    PictureFile.save(picture, name);
  }

  @Test
  void aThousandDrawsAreComparedWithTheory() throws Exception {
    Fx.run(
        () -> {
          sampling.temperatureProperty().set(1.5);
          sampling.topKProperty().set(12);
        });

    press("draw-many");
    window.waitUntil(() -> text("draw-verdict").contains("χ²"));

    var expected =
        DrawHistogram.of(window.shown().distribution(), DrawMode.INVERSE_CDF, 42, 0, 1000);
    var verdict = text("draw-verdict");
    assertTrue(verdict.startsWith("1,000 draws with seed 42."), verdict);
    assertTrue(
        verdict.contains("χ² = %.2f".formatted(expected.chiSquare()).replace(',', '.')), verdict);
    assertTrue(verdict.contains(expected.degreesOfFreedom() + " degrees of freedom"), verdict);
    assertTrue(verdict.contains("p = %.3f".formatted(expected.pValue())), verdict);
    save("draw-verdict", "dialog-draws");

    Fx.run(
        () -> {
          inDialog("draw-again", javafx.scene.control.Button.class).fire();
        });
    window.waitUntil(() -> text("draw-verdict").startsWith("1,000 draws with seed 43."));
    assertEquals(43, sampling.seedProperty().get());
  }

  @Test
  void greedyLeavesNothingToJudge() throws Exception {
    Fx.run(
        () -> {
          sampling.modeProperty().set(DrawMode.GREEDY);
        });

    press("draw-many");
    window.waitUntil(() -> text("draw-verdict").contains("no chance to judge"));

    assertEquals(
        1, sampling.trial().trialProperty().get().histogram().bins().getFirst().firstRank());
  }

  @Test
  void theSettingsOpenInOtherToolsAndSayWhatTheseLack() throws Exception {
    Fx.run(
        () -> {
          sampling.chain().usePreset(SamplerPreset.LLAMA_CPP);
          sampling.chain().add(StageKind.XTC);
        });

    press("open-in");

    var code = inDialog("tool-code", TextArea.class);
    assertTrue(code.getText().startsWith("GenerationConfig("), code.getText());
    assertTrue(text("tool-differences").contains("transformers has no xtc"));

    Fx.run(
        () -> {
          inDialog("tool-llama-cpp", javafx.scene.control.ToggleButton.class).fire();
        });

    assertEquals(
        "llama-cli --samplers 'top_k;top_p;min_p;xtc;temperature' --top-k 40 --top-p 0.95"
            + " --min-p 0.05 --xtc-probability 0.5 --xtc-threshold 0.1 --temp 0.8",
        code.getText());
    assertEquals(
        "llama.cpp: these settings behave as they do in Kelvin.", text("tool-differences"));

    Fx.run(
        () -> {
          inDialog("tool-copy", javafx.scene.control.Button.class).fire();
        });
    assertEquals(code.getText(), Fx.get(() -> Clipboard.getSystemClipboard().getString()));
    Fx.run(
        () -> {
          inDialog("tool-vllm", javafx.scene.control.ToggleButton.class).fire();
        });
    assertTrue(code.getText().startsWith("SamplingParams("));
    save("tool-code", "dialog-tools");
  }

  @Test
  void aWantedPerplexitySetsTheTemperature() throws Exception {
    openPerplexity();

    aim("40");
    window.waitUntil(() -> text("perplexity-outcome").startsWith("τ = "));

    assertEquals(40, window.shown().distribution().scaled().perplexity(), 1e-6);
    assertEquals("40.0", window.text("perplexity"));
    save("perplexity-field", "dialog-perplexity");
  }

  @Test
  void aPerplexityThatNoTemperatureHasIsRefusedInWords() throws Exception {
    openPerplexity();

    aim("5000");
    window.waitUntil(() -> text("perplexity-outcome").contains("cannot be reached"));

    assertTrue(text("perplexity-outcome").contains("between 1 and 4,096"));
    assertEquals(1, sampling.temperatureProperty().get());

    aim("many");
    assertTrue(text("perplexity-outcome").startsWith("Type a number"));
  }

  private void openPerplexity() {
    Fx.run(
        () -> {
          window.find("temperature-menu", MenuButton.class).getItems().stream()
              .filter(item -> "temperature-perplexity".equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
        });
  }

  private void aim(String perplexity) {
    Fx.run(
        () -> {
          var field = inDialog("perplexity-field", TextField.class);
          field.setText(perplexity);
          field.fireEvent(new javafx.event.ActionEvent());
        });
  }

  @Test
  void furtherNumbersAreThoseOfTheDistribution() throws Exception {
    Fx.run(
        () -> {
          sampling.topPProperty().set(0.8);
          window.find("show-more-metrics", javafx.scene.control.ToggleButton.class).fire();
        });

    var distribution = window.shown().distribution();
    assertEquals(
        Integer.toString(distribution.scaled().nucleusSize(0.8)), window.text("nucleus-size"));
    double ratio = distribution.truncationCost() / Math.log(2);
    assertEquals(ratio, Double.parseDouble(window.text("truncation-cost")), 0.0006);
    assertEquals(
        distribution.scaled().varentropy() / Math.log(2) / Math.log(2),
        Double.parseDouble(window.text("varentropy")),
        0.006);
    assertEquals(
        distribution.scaled().effectiveCount(),
        Double.parseDouble(window.text("effective-count")),
        0.006);
  }

  @Test
  void aRemovedRowSaysByHowMuchItFellShort() {
    Fx.run(
        () -> {
          sampling.minPProperty().set(0.2);
        });
    int rank = window.shown().distribution().survivors().last() + 1;
    var bars = window.find("bars", kelvin.ui.plot.bars.TokenBars.class);

    Fx.run(
        () -> {
          bars.requestFocus();
          bars.selectedRankProperty().set(rank - 1);
        });
    window.robot().push(KeyCode.DOWN);

    var said = Fx.get(bars::getAccessibleText);
    assertTrue(said.contains("removed by min-p: probability "), said);
    assertTrue(said.contains(" %, below the minimum of "), said);
  }
}
