package kelvin.inference.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests how a prompt is split into runs. Runs that are too small read the weights too often; runs
/// that are too large cannot be stopped, or return more logits than there is room for.
final class RunPlanTest {

  private static final int LENGTH = 400;
  private static final RunPlan LIMITING = plan(true, 128);

  private static RunPlan plan(boolean limitsRows, int maxUnread) {
    return new RunPlan(true, true, false, false, limitsRows, 41, maxUnread);
  }

  /// The ends of all runs.
  private static List<Integer> ends(RunPlan plan, int firstPosition) {
    var ends = new ArrayList<Integer>();
    int from = 0;
    for (int next = firstPosition; next < LENGTH; next = Math.max(next, from)) {
      int end = plan.end(from, next, LENGTH);
      int rows = plan.rows(from, next, end);
      assertTrue(rows >= 1 && rows <= end - from && (rows <= 41 || !plan.limitsRows()));
      from = end;
      ends.add(end);
    }
    return ends;
  }

  @Test
  void tokensWhoseRowsNobodyReadsRunInLargerPortions() {
    assertEquals(List.of(128, 256, 384, 400), ends(LIMITING, LENGTH - 1));
  }

  @Test
  void thePortionsAreSmallWhereAllRowsAreRead() {
    assertEquals(List.of(41, 82, 123, 164, 205, 246, 287, 328, 369, 400), ends(LIMITING, 0));
  }

  @Test
  void aRunReturnsNoMoreRowsThanThereIsRoomFor() {
    assertEquals(List.of(128, 256, 297, 338, 379, 400), ends(LIMITING, 256));
    assertEquals(List.of(128, 241, 282, 323, 364, 400), ends(LIMITING, 200));
  }

  @Test
  void aGraphThatReturnsAllRowsRunsInSmallPortions() {
    assertEquals(ends(LIMITING, 0), ends(plan(false, 128), LENGTH - 1));
  }

  @Test
  void statesThatCannotBeCroppedAreStoredOftenEnough() {
    var ends = ends(plan(true, 64), LENGTH - 1);

    assertEquals(List.of(64, 128, 192, 256, 320, 384, 400), ends);
  }
}
