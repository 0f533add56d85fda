package kelvin.ui.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import kelvin.distribution.EpsilonCutoff;
import kelvin.distribution.LogitBias;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The sampling panel refuses senseless settings in words, and takes typed tokens.
class SamplerRefusalsFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;
  private final SamplingViewModel sampling;

  SamplerRefusalsFxTest(OpenWindow window) {
    this.window = window;
    sampling = window.playground().sampling();
  }

  private void use(SamplerChain chain) {
    Fx.run(
        () -> {
          sampling.chain().use(chain);
        });
  }

  /// Adds a stage and waits until its card has its place, so that a click hits it.
  private void add(StageKind kind) {
    Fx.run(() -> sampling.chain().add(kind));
    Fx.settle();
  }

  private List<StageKind> order() {
    return sampling.chainProperty().get().entries().stream()
        .map(entry -> entry.stage().kind())
        .toList();
  }

  private int kept() {
    return window.shown().distribution().keptCount();
  }

  @Test
  void aMoveThatMakesNoSenseIsRefusedInWords() throws Exception {
    use(SamplerChain.of(new LogitBias(List.of()), new Temperature(1)));
    Fx.run(
        () -> {
          window.find("logit-bias-switch", CheckBox.class).requestFocus();
        });

    window.robot().press(KeyCode.ALT).push(KeyCode.DOWN).release(KeyCode.ALT);

    assertEquals(List.of(StageKind.LOGIT_BIAS, StageKind.TEMPERATURE), order());
    assertTrue(window.text("chain-problem").contains("must come before temperature"));
  }

  @Test
  void contradictoryStagesAreNamed() throws Exception {
    Fx.run(
        () -> {
          sampling.topKProperty().set(1);
          sampling.chain().add(StageKind.XTC);
        });

    assertTrue(window.text("chain-contradictions").contains("xtc does nothing"));
  }

  @Test
  void aCutThatNoTokenMeetsSaysThatTheTopOneStays() throws Exception {
    Fx.run(
        () -> {
          sampling.temperatureProperty().set(10);
          sampling.chain().put(new EpsilonCutoff(0.9));
        });

    assertEquals(1, kept());
    assertTrue(window.text("epsilon-cutoff-remark").contains("the top one stays"));
  }

  @Test
  void aValueOutsideItsRangeSaysTheRange() {
    Fx.run(
        () -> {
          sampling.chain().add(StageKind.DRY);
        });
    var before = sampling.chainProperty().get();
    var field = window.find("dry-base-field", TextField.class);

    Fx.run(
        () -> {
          field.setText("0.5");
          field.fireEvent(new ActionEvent());
        });

    assertTrue(field.getTooltip().getText().contains("1 or more"), field.getTooltip().getText());
    assertEquals(before, sampling.chainProperty().get());
  }

  @Test
  void aTopKThatIsNoWholeNumberIsRefused() {
    window.robot().clickOn("#top-k-field").write("2.5").push(KeyCode.ENTER);

    var tooltip = window.find("top-k-field", TextField.class).getTooltip().getText();
    assertTrue(tooltip.contains("a whole number"), tooltip);
    assertEquals(0, sampling.topKProperty().get());
  }

  @Test
  void aBiasTakesATokenByItsText() throws Exception {
    add(StageKind.LOGIT_BIAS);
    int girl = window.shown().logits().tokenAtRank(1);
    double before = window.shown().own().probability(1);

    window.robot().clickOn("#logit-bias-field").write("girl").push(KeyCode.ESCAPE);
    window.robot().clickOn("#logit-bias-add");

    assertEquals(
        new LogitBias(List.of(new LogitBias.Bias(List.of(girl), -5))),
        sampling.chainProperty().get().find(StageKind.LOGIT_BIAS).orElseThrow().stage());
    assertEquals(before, window.shown().own().probabilityOfToken(girl));
    assertTrue(window.shown().distribution().scaled().probabilityOfToken(girl) < before);
  }

  @Test
  void aTokenThatIsNoneIsRefusedInWords() throws Exception {
    add(StageKind.SUPPRESSED_TOKENS);

    window.robot().clickOn("#suppressed-tokens-field").write("99999").push(KeyCode.ENTER);

    assertEquals(
        "There is no token 99999: ids go from 0 to 4095.",
        window.text("suppressed-tokens-problem"));
    assertNotEquals("", window.find("suppressed-tokens-field", TextField.class).getText());
  }
}
