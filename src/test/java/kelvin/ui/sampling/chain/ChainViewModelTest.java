package kelvin.ui.sampling.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import kelvin.distribution.MinP;
import kelvin.distribution.SamplerChain;
import kelvin.distribution.SamplerPreset;
import kelvin.distribution.StageKind;
import kelvin.distribution.Temperature;
import kelvin.distribution.TopK;
import kelvin.distribution.TopP;
import kelvin.distribution.arrangement.MainStages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainViewModelTest {

  private final ChainViewModel chain = new ChainViewModel();

  private List<StageKind> order() {
    return chain.chainProperty().get().entries().stream()
        .map(entry -> entry.stage().kind())
        .toList();
  }

  private StageSetting setting(StageKind kind) {
    return StageSettings.of(kind, 4096).getFirst();
  }

  @Test
  void beginsWithTheFourMainStagesAndChangesNothing() {
    assertEquals(
        List.of(StageKind.TEMPERATURE, StageKind.TOP_K, StageKind.TOP_P, StageKind.MIN_P), order());
    assertEquals(List.of(new Temperature(1)), chain.chainProperty().get().active());
  }

  @Test
  void aSettingFollowsTheChainAndTheChainTheSetting() {
    var p = chain.setting(setting(StageKind.TOP_P));

    p.set(0.7);
    assertEquals(Optional.of(new TopP(0.7)), chain.chainProperty().get().active(StageKind.TOP_P));

    chain.switchTo(StageKind.TOP_P, false);
    assertEquals(1, p.get());

    chain.switchTo(StageKind.TOP_P, true);
    assertEquals(0.7, p.get());
  }

  @Test
  void theOffValueSwitchesOffAndComesBackAtAValueThatDoesSomething() {
    var p = chain.setting(setting(StageKind.TOP_P));
    p.set(0.999);

    p.set(1);

    assertEquals(Optional.empty(), chain.chainProperty().get().active(StageKind.TOP_P));
    chain.switchTo(StageKind.TOP_P, true);
    assertEquals(0.95, p.get());
  }

  @ParameterizedTest
  @EnumSource(SamplerPreset.class)
  void aPresetIsWhatTheEngineDoes(SamplerPreset preset) {
    chain.usePreset(preset);

    assertEquals(preset.chain().active(), chain.chainProperty().get().active());
    assertEquals(Optional.of(preset), chain.orderProperty().get());
  }

  @Test
  void anOrderOfOnesOwnIsNoEngines() {
    chain.moveTo(StageKind.MIN_P, 0);
    chain.moveTo(StageKind.TOP_P, 1);

    assertEquals(Optional.empty(), chain.orderProperty().get());
    assertEquals(
        List.of(StageKind.MIN_P, StageKind.TOP_P, StageKind.TEMPERATURE, StageKind.TOP_K), order());
  }

  @Test
  void resetKeepsTheOrderOfTheEngineChosenLast() {
    chain.usePreset(SamplerPreset.LLAMA_CPP);
    chain.add(StageKind.XTC);

    chain.reset();

    assertEquals(List.of(new Temperature(1)), chain.chainProperty().get().active());
    assertEquals(Optional.of(SamplerPreset.LLAMA_CPP), chain.orderProperty().get());
    assertEquals(StageKind.TEMPERATURE, order().getLast());
  }

  @Test
  void aMoveThatMakesNoSenseChangesNothingAndSaysWhy() {
    chain.add(StageKind.DRY);
    var before = chain.chainProperty().get();

    chain.move(StageKind.DRY, 1);

    assertEquals(before, chain.chainProperty().get());
    assertTrue(chain.problemProperty().get().startsWith("Not moved: dry changes logits"));

    chain.move(StageKind.TOP_P, -1);
    assertEquals("", chain.problemProperty().get());
  }

  @Test
  void movingBeyondTheEndsDoesNothing() {
    var before = chain.chainProperty().get();

    chain.move(StageKind.TEMPERATURE, -1);
    chain.move(StageKind.MIN_P, 1);
    chain.move(StageKind.XTC, 1);

    assertEquals(before, chain.chainProperty().get());
  }

  @ParameterizedTest
  @EnumSource(StageKind.class)
  void everyStageHasALessonAndStandsInOneGroup(StageKind kind) {
    long groups =
        List.of(StageGroup.values()).stream().filter(group -> group.kinds().contains(kind)).count();

    assertEquals(1, groups);
    assertTrue(StageLessons.lesson(kind).length() > 80);
    chain.add(kind);
    assertTrue(chain.chainProperty().get().active(kind).isPresent() || MainStages.has(kind));
  }

  @ParameterizedTest
  @EnumSource(StageKind.class)
  void noSliderReachesAValueThatItsStageRefuses(StageKind kind) {
    for (var setting : StageSettings.of(kind, 4096)) {
      for (double position = 0; position <= 1; position += 0.01) {
        double value = setting.scale().rounded(setting.scale().toValue(position));
        boolean taken = setting.refusal(value).isEmpty();
        assertEquals(
            taken, value == setting.off() || isTaken(setting, value), setting + " " + value);
      }
    }
  }

  private static boolean isTaken(StageSetting setting, double value) {
    try {
      setting.applied(setting.kind().standard(), value);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Test
  void aValueOutsideItsRangeIsRefusedWithTheRange() {
    var setting = setting(StageKind.TYPICAL);

    assertEquals(
        Optional.of("typical-p must be greater than 0 and at most 1, was 0"), setting.refusal(0));
    assertThrows(IllegalArgumentException.class, () -> chain.set(setting, 0));
    assertEquals(Optional.empty(), chain.chainProperty().get().find(StageKind.TYPICAL));
  }

  @Test
  void onlyTheOrderChangesWithAnOrder() {
    chain.use(
        SamplerChain.of(
            new Temperature(2), new TopK(3, TopK.Ties.KEEP, 2), new TopP(0.5), new MinP(0.1)));

    chain.useOrder(SamplerPreset.VLLM);

    assertEquals(
        List.of(new Temperature(2), new MinP(0.1), new TopK(3, TopK.Ties.KEEP, 2), new TopP(0.5)),
        chain.chainProperty().get().active());
  }
}
