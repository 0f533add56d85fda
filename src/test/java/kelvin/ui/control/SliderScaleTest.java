package kelvin.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliderScaleTest {

  @Test
  void aValueIsFoundAgainAtItsPosition() {
    for (double value : List.of(0.0, 0.05, 0.3, 1.0, 1.4, 10.0)) {
      var scale = SliderScale.TEMPERATURE;
      assertEquals(value, scale.toValue(scale.toPosition(value)), 1e-9);
    }
    for (double value : List.of(0.0, 1.0, 7.0, 40.0, 4096.0)) {
      var scale = SliderScale.count(4096);
      assertEquals(value, scale.rounded(scale.toValue(scale.toPosition(value))));
    }
    for (double value : List.of(0.0, 0.02, 0.5, 1.0)) {
      var scale = SliderScale.SMALL_SHARE;
      assertEquals(value, scale.rounded(scale.toValue(scale.toPosition(value))));
    }
  }

  @Test
  void furtherRightIsNeverLess() {
    double before = -1;
    for (double position = 0; position <= 1; position += 0.001) {
      double value = SliderScale.TEMPERATURE.toValue(position);
      assertTrue(value >= before, "at " + position);
      before = value;
    }
  }

  @Test
  void theFarLeftIsGreedyAndTheMiddleTheModelsOwn() {
    assertEquals(0, SliderScale.TEMPERATURE.toValue(0));
    assertEquals(1, SliderScale.TEMPERATURE.toValue(0.5), 1e-12);
    assertEquals(10, SliderScale.TEMPERATURE.toValue(1), 1e-12);
  }
}
