package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OnnxJavaType;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The size of a state. If these tests fail, a graph with huge shapes ends in a message about
/// arithmetic instead of memory.
class CacheTensorTest {

  private static CacheTensor tensor(Long... shape) {
    return new CacheTensor(
        "past", "present", OnnxJavaType.FLOAT, List.of(shape), 1, CacheTensor.Growth.GROWS);
  }

  @Test
  void theSizeIsTheProductOfTheShape() {
    assertEquals(4 * 2 * 7 * 3, tensor(2L, 0L, 3L).bytes(7));
  }

  @Test
  void aSizeThatNoMemoryHoldsIsSaidToBeTooLarge() {
    assertThrows(StateTooLargeException.class, () -> tensor(1L << 30, 0L, 4L).bytes(7));
    assertThrows(StateTooLargeException.class, () -> tensor(1L << 62, 0L, 1L << 62).bytes(7));
  }
}
