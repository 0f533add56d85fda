package kelvin.ui.sampling.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.TruncatedDistribution;
import kelvin.ui.sampling.SamplingViewModel;
import kelvin.window.Fx;
import kelvin.window.OpenWindow;
import kelvin.window.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The cards of the chain: order, switches, presets.
class SamplerChainFxTest {

  @RegisterExtension
  private static final WindowExtension WINDOW =
      WindowExtension.showing("Once upon a time there was a little");

  private final OpenWindow window;
  private final SamplingViewModel sampling;

  SamplerChainFxTest(OpenWindow window) {
    this.window = window;
    sampling = window.playground().sampling();
  }

  private void use(SamplerChain chain) {
    Fx.run(
        () -> {
          sampling.chain().use(chain);
        });
    Fx.settle();
  }

  private int keptBy(SamplerChain chain) {
    return TruncatedDistribution.of(window.shown().logits(), chain).keptCount();
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
    Point2D from = Fx.get(() -> temperature.localToScreen(60, 14));
    Point2D to = Fx.get(() -> topP.localToScreen(60, topP.getLayoutBounds().getHeight() - 4));

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
    Fx.run(
        () -> {
          toggle.requestFocus();
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
        TruncatedDistribution.of(window.shown().logits(), SamplerPreset.LLAMA_CPP.chain())
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
      Fx.run(
          () -> {
            window.find("add-stage", MenuButton.class).show();
            window.find("add-stage", MenuButton.class).getItems().stream()
                .filter(item -> ("add-" + kind.label()).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
            window.find("add-stage", MenuButton.class).hide();
          });

      assertTrue(order().contains(kind), kind.label());
      window.find(kind.label() + "-card", Node.class);
      choose(kind.label(), kind.label() + "-remove");
      assertFalse(order().contains(kind), kind.label());
    }
  }

  @Test
  void anAddedStageStandsWhereItsEngineHasIt() {
    Fx.run(
        () -> {
          sampling.chain().useOrder(SamplerPreset.LLAMA_CPP);
          sampling.chain().add(StageKind.XTC);
          sampling.chain().add(StageKind.REPETITION_PENALTY);
        });

    assertEquals(StageKind.REPETITION_PENALTY, order().getFirst());
    assertEquals(order().indexOf(StageKind.TEMPERATURE) - 1, order().indexOf(StageKind.XTC));
  }

  /// Runs an entry of a card's menu.
  private void choose(String stage, String item) {
    Fx.run(
        () -> {
          var menu = window.find(stage + "-menu", MenuButton.class);
          menu.show();
          menu.getItems().stream()
              .filter(each -> item.equals(each.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          menu.hide();
        });
  }
}
