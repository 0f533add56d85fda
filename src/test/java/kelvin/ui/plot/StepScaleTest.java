package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The timeline would run out of its room, move at every token, or look at another token than the
/// one that was clicked.
class StepScaleTest {

  private static final double ROOM = 700;

  @Test
  void stepsNeverLeaveTheRoom() {
    for (int count = 1; count < 5000; count++) {
      var scale = StepScale.growing(count, ROOM);
      assertTrue(scale.x(count - 1) <= ROOM + 1e-9, count + " steps");
    }
  }

  @Test
  void aGrowingTextUsesMostOfTheRoomOnceItIsLong() {
    for (int count = 31; count < 5000; count++) {
      var scale = StepScale.growing(count, ROOM);
      assertTrue(scale.x(count - 1) >= 0.6 * ROOM, count + " steps");
    }
  }

  @Test
  void stepsMoveOnlyAFewTimesWhileATextGrows() {
    int moves = 0;
    for (int count = 2; count <= 5000; count++) {
      if (!StepScale.growing(count, ROOM).equals(StepScale.growing(count - 1, ROOM))) {
        moves++;
      }
    }
    assertEquals(13, moves);
  }

  @Test
  void aFinishedTextUsesTheWholeRoom() {
    for (int count = 2; count < 2000; count += 13) {
      assertEquals(ROOM, StepScale.filling(count, ROOM).x(count - 1), 1e-9);
    }
  }

  @Test
  void theStepAtItsOwnPlaceIsFound() {
    var scale = StepScale.growing(900, ROOM);
    for (int step = 0; step < 900; step++) {
      assertEquals(step, scale.stepAt(scale.x(step), 900));
    }
    assertEquals(0, scale.stepAt(-50, 900));
    assertEquals(899, scale.stepAt(5000, 900));
  }

  @Test
  void settledStepsAreWholePointsAndNeverTheLast() {
    for (int count = 1; count < 3000; count++) {
      var scale = StepScale.growing(count, ROOM);
      int settled = scale.settled(count);
      assertEquals(0, settled % scale.group());
      assertTrue(settled < count);
      assertTrue(count - settled <= 16 * scale.group(), count + " steps");
    }
  }

  @Test
  void aRoomOfNoWidthIsNoFault() {
    assertTrue(StepScale.growing(3, 1).x(2) <= 1);
    assertEquals(0, StepScale.filling(1, 1).x(0));
  }
}
