package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingParametersTest {

  @Test
  void neutralRemovesNothing() {
    assertEquals(List.of(new Temperature(1)), SamplingParameters.NEUTRAL.chain().active());
    assertEquals(1, SamplingParameters.NEUTRAL.temperature());
  }

  @Test
  void stagesComeInTheOrderOfHuggingFace() {
    var stages = new SamplingParameters(0.7, 40, 0.9, 0.05).chain().active();

    assertEquals(
        List.of(new Temperature(0.7), new TopK(40, TopK.Ties.KEEP), new TopP(0.9), new MinP(0.05)),
        stages);
    assertEquals(
        List.of("temperature", "top-k", "top-p", "min-p"),
        stages.stream().map(SamplerStage::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, 0, 1, 0, temperature",
    "NaN, 0, 1, 0, temperature",
    "1, -1, 1, 0, top-k",
    "1, 0, -0.1, 0, top-p",
    "1, 0, 1.1, 0, top-p",
    "1, 0, NaN, 0, top-p",
    "1, 0, 1, -0.1, min-p",
    "1, 0, 1, 1.1, min-p",
    "1, 0, 1, NaN, min-p"
  })
  void refusesAValueOutsideItsRangeByName(
      double temperature, int topK, double topP, double minP, String name) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SamplingParameters(temperature, topK, topP, minP));

    assertTrue(String.valueOf(e.getMessage()).startsWith(name));
  }

  @Test
  void theEndsOfTheRangesAreIn() {
    var parameters = new SamplingParameters(Double.POSITIVE_INFINITY, Integer.MAX_VALUE, 0, 1);

    assertEquals(4, parameters.chain().active().size());
  }

  @Test
  void stagesRefuseWhatIsOutsideTheirRange() {
    assertThrows(IllegalArgumentException.class, () -> new TopK(0, TopK.Ties.KEEP));
    assertThrows(IllegalArgumentException.class, () -> new MinP(-0.1));
    assertThrows(IllegalArgumentException.class, () -> new TopP(Double.NaN));
  }
}
