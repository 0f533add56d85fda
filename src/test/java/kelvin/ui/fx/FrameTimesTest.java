package kelvin.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameTimesTest {

  @Test
  void quantilesAreTimesThatWereMeasured() {
    var times = new FrameTimes(200);
    for (int frame = 1; frame <= 100; frame++) {
      times.add(frame);
    }

    assertEquals(50, times.quantile(0.5));
    assertEquals(99, times.quantile(0.99));
    assertEquals(100, times.quantile(1));
  }

  @Test
  void oldFramesAreForgotten() {
    var times = new FrameTimes(2);
    times.add(90);
    times.add(1);
    times.add(2);

    assertEquals(2, times.quantile(1));
    assertEquals(2, times.count());
  }

  @Test
  void withoutAFrameThereIsNoNumber() {
    assertTrue(Double.isNaN(new FrameTimes(4).quantile(0.5)));
  }
}
