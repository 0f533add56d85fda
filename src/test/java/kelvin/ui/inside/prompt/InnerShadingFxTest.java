package kelvin.ui.inside.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import kelvin.display.Shading;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.prompt.Composition;
import kelvin.ui.inside.copy.CopyViewModel.State;
import kelvin.ui.text.HeatChip;
import kelvin.ui.text.ShadedToken;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The shadings from inside the model in the real window. If they fail, a user sees tokens shaded
/// by another layer than the one that is chosen, or by another model.
class InnerShadingFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  @TempDir private Path folder = Path.of("");
  private final OpenWindow window;
  private final InnerShadings inner;

  InnerShadingFxTest(OpenWindow window) {
    this.window = window;
    inner = window.playground().prompt().inner();
  }

  private void choose(Shading shading) throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().shadingProperty().set(shading);
        });
  }

  private List<Double> shades() throws Exception {
    return Fx.get(
        () ->
            window.playground().prompt().tokensProperty().get().stream()
                .map(ShadedToken::shade)
                .toList());
  }

  private String sentence() throws Exception {
    return window.text("attention-sentence");
  }

  private double startShade() {
    var chip = (HeatChip) window.root().lookup("#start-token");
    return Fx.get(() -> chip.shadeProperty().get());
  }

  private void showAttention() throws Exception {
    choose(Shading.ATTENTION);
    window.waitUntil(() -> !shades().getFirst().isNaN());
  }

  @Test
  void attentionIsOneOfTheShadingsAndItsControlsComeWithIt() throws Exception {
    assertEquals(State.NONE, inner.attention().copy().stateProperty().get());
    var before = shades();

    showAttention();

    assertNotEquals(before, shades());
    assertTrue(window.isShown("attention-layer"));
    assertTrue(sentence().startsWith("From “␣little”: "), sentence());
    assertTrue(startShade() > 0, "most weight is on the start token");
    choose(Shading.SURPRISAL);
    assertTrue(Double.isNaN(startShade()));
    assertEquals(before, shades());
    assertFalse(window.isShown("attention"));
  }

  @Test
  void layerAndHeadAreChosenByKeyboardAndTheTokenUnderTheMouseSaysItsWeight() throws Exception {
    showAttention();
    var mean = shades();
    Fx.run(
        () -> {
          window.find("attention-layer", ChoiceBox.class).requestFocus();
        });

    window.robot().push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.ENTER);
    window.waitUntil(() -> inner.attention().layerProperty().get() == 1);
    window.robot().push(KeyCode.TAB).push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.ENTER);
    window.waitUntil(() -> inner.attention().headProperty().get() == 1);

    assertNotEquals(mean, shades());
    var words =
        Fx.get(() -> window.playground().prompt().tokensProperty().get().getFirst().label().get());
    assertTrue(words.contains("attention, layer 1, head 1: "), words);
  }

  @Test
  void anotherTokenIsLookedAt() throws Exception {
    showAttention();
    var before = sentence();
    Fx.run(
        () -> {
          window.find("prompt", TextArea.class).positionCaret(6);
        });

    window.waitUntil(() -> !sentence().equals(before));

    assertTrue(sentence().startsWith("From “Once”, which predicts “␣upon”"), sentence());
  }

  @Test
  void aModelWithFusedAttentionSaysSoInItsPlaceAndAnotherOneHasItsOwn() throws Exception {
    window.type("ab");
    showAttention();
    var toy = ToyModel.small(11);
    window.open(
        ToyFolder.write(
            folder.resolve("fused"), toy, ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK));
    window.waitUntil(() -> inner.attention().copy().stateProperty().get() == State.REFUSED);

    assertTrue(window.text("attention-copy").contains("GroupQueryAttention"));
    assertFalse(window.isShown("attention-layer"));

    window.open(ToyFolder.write(folder.resolve("plain"), toy));
    window.waitUntil(() -> window.isShown("attention-layer") && !sentence().isEmpty());
    assertEquals("", window.text("attention-copy"));
  }

  @Test
  void whatDrivesATokenIsShownMeasuredAndAskedAboutAnotherOne() throws Exception {
    choose(Shading.GRADIENT);
    window.waitUntil(() -> !shades().getFirst().isNaN());
    assertTrue(shades().stream().anyMatch(shade -> shade < 0));
    assertTrue(window.text("gradient-sentence").startsWith("What drives “␣girl” ("));

    window.robot().clickOn("#gradient-norm");
    window.waitUntil(() -> shades().stream().allMatch(shade -> shade >= 0));
    window.robot().clickOn("#gradient-measured").clickOn("#gradient-measure");
    window.waitUntil(() -> !inner.gradient().leftOut().effectsProperty().get().isEmpty());

    assertTrue(window.text("gradient-sentence").contains("signs"));
    assertFalse(window.isShown("gradient-measure"));
    window.clickOnRank(2);
    window.waitUntil(() -> window.text("gradient-sentence").startsWith("What drives “␣boy”"));
    assertTrue(window.isShown("gradient-measure"), "the other token is not measured");
  }

  @Test
  void eachExampleSaysItsAttentionBesideItsMeasuredEffect() throws Exception {
    Fx.run(
        () -> {
          window.playground().prompt().compositionProperty().set(Composition.FEW_SHOT);
        });
    window.waitForAnswer();
    assertEquals(List.of(), attentionOfExamples());

    choose(Shading.ATTENTION);
    window.waitUntil(() -> !attentionOfExamples().isEmpty());

    int shots = window.playground().prompt().fewShot().promptProperty().get().shown().size();
    assertEquals(shots, attentionOfExamples().size());
    assertTrue(attentionOfExamples().getFirst().endsWith(" %"));
    choose(Shading.NONE);
    assertEquals(List.of(), attentionOfExamples());
  }

  private List<String> attentionOfExamples() throws Exception {
    return Fx.get(
        () ->
            window.root().lookupAll(".example-attention").stream()
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty())
                .toList());
  }
}
