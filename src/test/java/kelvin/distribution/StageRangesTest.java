package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The ranges of the four stages that everybody uses.
class StageRangesTest {

  @ParameterizedTest
  @CsvSource({
    "temperature, temperature, -0.1",
    "temperature, temperature, NaN",
    "top-k, k, -1",
    "top-k, k, 0",
    "top-p, p, -0.1",
    "top-p, p, 1.1",
    "top-p, p, NaN",
    "min-p, p, -0.1",
    "min-p, p, 1.1",
    "min-p, p, NaN"
  })
  void refusesAValueOutsideItsRangeByName(String stage, String setting, double value) {
    var kind = StageKind.of(stage);

    var e = assertThrows(IllegalArgumentException.class, () -> kind.read(Map.of(setting, value)));

    assertTrue(String.valueOf(e.getMessage()).startsWith(stage), e.getMessage());
  }

  @Test
  void theEndsOfTheRangesAreIn() {
    assertEquals(Double.POSITIVE_INFINITY, new Temperature(Double.POSITIVE_INFINITY).temperature());
    assertEquals(0, new Temperature(0).temperature());
    assertEquals(Integer.MAX_VALUE, new TopK(Integer.MAX_VALUE, TopK.Ties.KEEP).k());
    assertEquals(0, new TopP(0).p());
    assertEquals(1, new TopP(1).p());
    assertEquals(0, new MinP(0).minP());
    assertEquals(1, new MinP(1).minP());
  }

  @ParameterizedTest
  @EnumSource
  void aStageWithANumberIsNamedByItAndDoesNothingAtItsNeutralValue(StageKind kind) {
    if (kind.mainSetting().isEmpty()) {
      assertTrue(Double.isNaN(kind.neutral()));
      return;
    }
    assertTrue(kind.standard().settings().get(kind.mainSetting()) instanceof Number);
    var logits = Logits.owning(new float[] {3, 2, 1, 0, -1});
    var stage = neutral(kind);
    if (stage.isEmpty()) {
      // 0 is not in the range of top-k, top-h and a few others: there it can only mean off.
      assertEquals(0, kind.neutral());
      return;
    }

    var distribution = TruncatedDistribution.of(logits, SamplerChain.of(stage.get()));

    assertEquals(5, distribution.keptCount(), stage.get().toString());
    assertEquals(1, distribution.scaled().temperature());
  }

  private static Optional<SamplerStage> neutral(StageKind kind) {
    try {
      return Optional.of(kind.read(Map.of(kind.mainSetting(), kind.neutral())));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
