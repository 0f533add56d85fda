package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
