package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import org.junit.jupiter.api.Test;

/// Tests the memory into which graphs write their logits.
final class LogitsBufferTest {

  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  private static LogitsBuffer buffer(OnnxJavaType type, int logitCount) {
    return new LogitsBuffer(ENVIRONMENT, new LogitsOutput("logits", type, 3), logitCount);
  }

  @Test
  void rowsAreReadInEitherPrecision() throws Exception {
    try (var singles = buffer(OnnxJavaType.FLOAT, 3);
        var halves = buffer(OnnxJavaType.FLOAT16, 3)) {
      singles.tensor(2).close();
      halves.tensor(2).close();

      assertArrayEquals(new float[3], singles.row(1));
      assertArrayEquals(new float[3], halves.row(1));
    }
  }

  @Test
  void aRunRequestsAtMostEightMegabytesOrSixteenRows() throws Exception {
    try (var small = buffer(OnnxJavaType.FLOAT, 100);
        var gpt2 = buffer(OnnxJavaType.FLOAT, 50_257);
        var half = buffer(OnnxJavaType.FLOAT16, 50_257);
        var large = buffer(OnnxJavaType.FLOAT, 151_936)) {
      assertEquals(512, small.maxRowsPerRun());
      assertEquals(41, gpt2.maxRowsPerRun());
      assertEquals(83, half.maxRowsPerRun());
      assertEquals(16, large.maxRowsPerRun());
    }
  }

  @Test
  void rowsBeyondTwoGigabytesDoNotFit() throws Exception {
    try (var buffer = buffer(OnnxJavaType.FLOAT, 151_936)) {
      assertTrue(buffer.canHold(3533));
      assertFalse(buffer.canHold(3534));
    }
  }

  @Test
  void memoryOfALongRunIsFreedByTheNextShortOne() throws Exception {
    try (var buffer = buffer(OnnxJavaType.FLOAT, 1 << 20)) {
      buffer.tensor(20).close();
      buffer.tensor(1).close();

      assertThrows(IndexOutOfBoundsException.class, () -> buffer.row(1));
    }
  }

  @Test
  void afterItsCloseItGivesAnErrorAndNoCrash() throws Exception {
    var buffer = buffer(OnnxJavaType.FLOAT, 3);
    buffer.tensor(1).close();
    buffer.close();

    assertThrows(IndexOutOfBoundsException.class, () -> buffer.row(0));
    assertThrows(IllegalStateException.class, () -> buffer.tensor(1));
  }
}
