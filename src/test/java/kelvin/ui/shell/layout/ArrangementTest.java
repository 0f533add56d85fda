package kelvin.ui.shell.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A window shows its panels in a form that its size has no room for, and parts are cut off.
class ArrangementTest {

  @ParameterizedTest
  @CsvSource({
    "1248, 600, false, COLUMNS",
    "1248, 600, true, WIDE",
    "992, 560, true, WIDE",
    // The same below a notice.
    "992, 490, true, WIDE",
    // Too low and too narrow for four columns.
    "1248, 400, true, COLUMNS",
    "900, 600, true, COLUMNS",
    // A zoom of 150, 200 and 300 % in a window of 1280 × 800.
    "833, 420, true, RAIL",
    "620, 300, true, TABS",
    "407, 300, false, TABS",
  })
  void theRoomDecidesWhatStandsSideBySide(
      double width, double height, boolean wide, Arrangement expected) {
    assertEquals(expected, Arrangement.of(width, height, wide));
  }
}
