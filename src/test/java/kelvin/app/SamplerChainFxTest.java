package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.distribution.LogitBias;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.sampling.SamplingViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The cards of the chain: order, switches, presets, tokens, and what is said when something makes
/// no sense.
class SamplerChainFxTest {

  private OpenWindow window;
  private SamplingViewModel sampling;

  @BeforeEach
  void open() throws Exception {
    window = OpenWindow.onBundledModel("Once upon a time there was a little", 1280, 800);
    window.waitForAnswer();
    sampling = window.playground().sampling();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void use(SamplerChain chain) {
    OpenWindow.onFx(
        () -> {
          sampling.chain().use(chain);
          return true;
        });
  }

  private int keptBy(SamplerChain chain) {
    return TruncatedDistribution.of(window.shown().own().logits(), chain).keptCount();
  }

  private int kept() {
    return window.shown().distribution().keptCount();
  }

  private List<StageKind> order() {
    return sampling.chainProperty().get().entries().stream()
        .map(entry -> entry.stage().kind())
        .toList();
  }

  @Test
  void draggingACardMovesItsStageAndChangesWhatIsKept() {
    var hot = new Temperature(3);
    var nucleus = new TopP(0.9);
    use(SamplerChain.of(hot, nucleus));
    assertEquals(keptBy(SamplerChain.of(hot, nucleus)), kept());
    var temperature = window.find("temperature-card", Node.class);
    var topP = window.find("top-p-card", Node.class);
    Point2D from = OpenWindow.onFx(() -> temperature.localToScreen(60, 14));
    Point2D to =
        OpenWindow.onFx(() -> topP.localToScreen(60, topP.getLayoutBounds().getHeight() - 4));

    window.robot().moveTo(from).press(MouseButton.PRIMARY).moveBy(0, 20).moveTo(to);
    window.robot().release(MouseButton.PRIMARY);

    assertEquals(List.of(StageKind.TOP_P, StageKind.TEMPERATURE), order());
    assertEquals(keptBy(SamplerChain.of(nucleus, hot)), kept());
    assertTrue(kept() < keptBy(SamplerChain.of(hot, nucleus)));
  }

  @Test
  void altWithArrowsMovesAStageAndKeepsTheFocus() {
    var hot = new Temperature(3);
    var nucleus = new TopP(0.9);
    use(SamplerChain.of(hot, nucleus));
    var toggle = window.find("top-p-switch", CheckBox.class);
    OpenWindow.onFx(
        () -> {
          toggle.requestFocus();
          return true;
        });

    window.robot().press(KeyCode.ALT).push(KeyCode.UP).release(KeyCode.ALT);

    assertEquals(List.of(StageKind.TOP_P, StageKind.TEMPERATURE), order());
    assertEquals(keptBy(SamplerChain.of(nucleus, hot)), kept());
    assertTrue(toggle.isFocused());

    window.robot().press(KeyCode.ALT).push(KeyCode.DOWN).release(KeyCode.ALT);

    assertEquals(keptBy(SamplerChain.of(hot, nucleus)), kept());
    assertTrue(toggle.isFocused());
  }

  @Test
  void aStageThatIsSwitchedOffKeepsItsPlaceAndItsValue() {
    use(SamplerChain.of(new Temperature(1), new TopP(0.7), new MinP(0.01)));
    int on = kept();

    window.robot().clickOn("#top-p-switch");

    assertEquals(keptBy(SamplerChain.of(new MinP(0.01))), kept());
    assertEquals(List.of(StageKind.TEMPERATURE, StageKind.TOP_P, StageKind.MIN_P), order());
    assertEquals("off", window.find("top-p-field", TextField.class).getText());

    window.robot().clickOn("#top-p-switch");

    assertEquals(on, kept());
    assertEquals("0.7", window.find("top-p-field", TextField.class).getText());
  }

  @Test
  void resetOfOneStageLeavesTheOthers() {
    use(SamplerChain.of(new Temperature(2), new TopK(7, TopK.Ties.KEEP)));

    choose("temperature", "temperature-reset");

    assertEquals(1, sampling.temperatureProperty().get());
    assertEquals(7, sampling.topKProperty().get());

    window.robot().clickOn("#reset-sampling");

    assertEquals(4096, kept());
  }

  @Test
  void aPresetSetsOrderValuesAndTieRule() throws Exception {
    window.robot().clickOn("#order");
    window.robot().clickOn("llama.cpp defaults");

    assertEquals(
        List.of(
            new TopK(40, TopK.Ties.EXACT), new TopP(0.95), new MinP(0.05), new Temperature(0.8)),
        sampling.chainProperty().get().active());
    assertEquals(
        TruncatedDistribution.of(window.shown().own().logits(), SamplerPreset.LLAMA_CPP.chain())
            .keptCount(),
        kept());
    assertEquals("llama.cpp", window.text("order"));
  }

  @Test
  void anOrderAloneChangesNoValue() throws Exception {
    use(SamplerChain.of(new Temperature(2), new TopK(7, TopK.Ties.KEEP), new TopP(0.8)));

    window.robot().clickOn("#order");
    window.robot().clickOn("llama.cpp order");

    assertEquals(
        List.of(new TopK(7, TopK.Ties.EXACT), new TopP(0.8), new Temperature(2)),
        sampling.chainProperty().get().active());
  }

  @Test
  void everyStageCanBeAddedAndTakenOut() {
    for (var kind : StageKind.values()) {
      OpenWindow.onFx(
          () -> {
            window.find("add-stage", MenuButton.class).show();
            window.find("add-stage", MenuButton.class).getItems().stream()
                .filter(item -> ("add-" + kind.label()).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
            window.find("add-stage", MenuButton.class).hide();
            return true;
          });

      assertTrue(order().contains(kind), kind.label());
      window.find(kind.label() + "-card", Node.class);
      choose(kind.label(), kind.label() + "-remove");
      assertFalse(order().contains(kind), kind.label());
    }
  }

  @Test
  void anAddedStageStandsWhereItsEngineHasIt() {
    OpenWindow.onFx(
        () -> {
          sampling.chain().useOrder(SamplerPreset.LLAMA_CPP);
          sampling.chain().add(StageKind.XTC);
          sampling.chain().add(StageKind.REPETITION_PENALTY);
          return true;
        });

    assertEquals(StageKind.REPETITION_PENALTY, order().getFirst());
    assertEquals(order().indexOf(StageKind.TEMPERATURE) - 1, order().indexOf(StageKind.XTC));
  }

  @Test
  void aMoveThatMakesNoSenseIsRefusedInWords() throws Exception {
    use(SamplerChain.of(new LogitBias(List.of()), new Temperature(1)));
    OpenWindow.onFx(
        () -> {
          window.find("logit-bias-switch", CheckBox.class).requestFocus();
          return true;
        });

    window.robot().press(KeyCode.ALT).push(KeyCode.DOWN).release(KeyCode.ALT);

    assertEquals(List.of(StageKind.LOGIT_BIAS, StageKind.TEMPERATURE), order());
    assertTrue(window.text("chain-problem").contains("must come before temperature"));
  }

  @Test
  void contradictoryStagesAreNamed() throws Exception {
    OpenWindow.onFx(
        () -> {
          sampling.topKProperty().set(1);
          sampling.chain().add(StageKind.XTC);
          return true;
        });

    assertTrue(window.text("chain-contradictions").contains("xtc does nothing"));
  }

  @Test
  void aCutThatNoTokenMeetsSaysThatTheTopOneStays() throws Exception {
    OpenWindow.onFx(
        () -> {
          sampling.temperatureProperty().set(10);
          sampling.chain().put(new kelvin.distribution.EpsilonCutoff(0.9));
          return true;
        });

    assertEquals(1, kept());
    assertTrue(window.text("epsilon-cutoff-remark").contains("the top one stays"));
  }

  @Test
  void aValueOutsideItsRangeSaysTheRange() {
    OpenWindow.onFx(
        () -> {
          sampling.chain().add(StageKind.DRY);
          return true;
        });
    var before = sampling.chainProperty().get();
    var field = window.find("dry-base-field", TextField.class);

    OpenWindow.onFx(
        () -> {
          field.setText("0.5");
          field.fireEvent(new javafx.event.ActionEvent());
          return true;
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
    OpenWindow.onFx(
        () -> {
          sampling.chain().add(StageKind.LOGIT_BIAS);
          return true;
        });
    int girl = window.shown().own().logits().tokenAtRank(1);
    double before = window.shown().own().probability(1);

    window.robot().clickOn("#logit-bias-field").write("girl").push(KeyCode.ESCAPE);
    window.robot().clickOn("#logit-bias-add");

    assertEquals(
        new LogitBias(List.of(new LogitBias.Bias(List.of(girl), -5))),
        sampling.chainProperty().get().find(StageKind.LOGIT_BIAS).orElseThrow().stage());
    assertTrue(window.shown().own().probabilityOfToken(girl) < before);
  }

  @Test
  void aTokenThatIsNoneIsRefusedInWords() throws Exception {
    OpenWindow.onFx(
        () -> {
          sampling.chain().add(StageKind.SUPPRESSED_TOKENS);
          return true;
        });

    window.robot().clickOn("#suppressed-tokens-field").write("99999").push(KeyCode.ENTER);

    assertEquals(
        "There is no token 99999: ids go from 0 to 4095.",
        window.text("suppressed-tokens-problem"));
    assertNotEquals("", window.find("suppressed-tokens-field", TextField.class).getText());
  }

  /// Runs an entry of a card's menu.
  private void choose(String stage, String item) {
    OpenWindow.onFx(
        () -> {
          var menu = window.find(stage + "-menu", MenuButton.class);
          menu.show();
          menu.getItems().stream()
              .filter(each -> item.equals(each.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          menu.hide();
          return true;
        });
  }
}
