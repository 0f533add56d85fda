package kelvin.onnx.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// If these fail, the choice between batches and single runs goes by wrong times, and data is
/// measured more slowly than it could be.
final class RunTimesTest {

  private static final double WEIGHTS = 0.03;
  private static final double TOKEN = 0.002;

  private final RunTimes times = new RunTimes();

  private void runs(int count) {
    for (int i = 0; i < count; i++) {
      int tokens = 7 + i % 8;
      times.add(tokens, WEIGHTS + TOKEN * tokens);
    }
  }

  @Test
  void timesOfRunsAreALineOverTheirTokens() {
    runs(100);

    assertEquals(WEIGHTS + TOKEN * 60, times.of(60), 1e-9);
  }

  @Test
  void copiesAreLearntFromBatches() {
    runs(100);
    double copy = 1e-4;

    for (int i = 0; i < 50; i++) {
      times.addBatch(60, 500, times.of(60) + copy * 500);
    }

    assertEquals(times.of(60) + copy * 500, times.ofBatch(60, 500), 1e-4);
  }

  @Test
  void oneSlowBatchIsNotTheLastOne() {
    runs(100);
    double before = times.ofBatch(60, 500);
    times.addBatch(60, 500, 10);
    assertTrue(times.ofBatch(60, 500) > 10 * before, "it was slow");

    runs(300);

    assertEquals(before, times.ofBatch(60, 500), 0.1 * before);
  }
}
