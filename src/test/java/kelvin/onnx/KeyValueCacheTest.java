package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cropping along the right axis, and who owns what when something fails.
final class KeyValueCacheTest {

  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  @TempDir Path folder;

  private static CacheTensor tensor(String present) {
    return new CacheTensor(
        "past_key_values.0.key", present, OnnxJavaType.FLOAT, List.of(1L, 2L, 0L, 8L), 2);
  }

  private OrtSession session() throws Exception {
    ToyFolder.write(folder, new ToyModel(264, 16, 2, 1, 96, 1), ToyFeature.CACHE);
    return ENVIRONMENT.createSession(folder.resolve("model.onnx").toString());
  }

  private static OrtSession.Result run(OrtSession session, int count) throws OrtException {
    var empty = ByteBuffer.allocateDirect(0);
    long[] shape = {1, 2, 0, 8};
    try (var ids =
            OnnxTensor.createTensor(
                ENVIRONMENT, LongBuffer.allocate(count), new long[] {1, count});
        var key = OnnxTensor.createTensor(ENVIRONMENT, empty, shape, OnnxJavaType.FLOAT);
        var value = OnnxTensor.createTensor(ENVIRONMENT, empty, shape, OnnxJavaType.FLOAT)) {
      var inputs = new HashMap<>(Map.of("input_ids", ids));
      inputs.put("past_key_values.0.key", key);
      inputs.put("past_key_values.0.value", value);
      return session.run(inputs, Set.of("present.0.key"));
    }
  }

  @Test
  void aCropKeepsTheFirstPositionsOfEveryHead() throws Exception {
    try (var session = session();
        var cache = new KeyValueCache(ENVIRONMENT, List.of(tensor("present.0.key")))) {
      cache.advance(run(session, 5), 5);
      float[] all = values(cache);

      cache.crop(3);

      float[] kept = values(cache);
      assertEquals(3, cache.length());
      for (int head = 0; head < 2; head++) {
        assertArrayEquals(
            Arrays.copyOfRange(all, head * 40, head * 40 + 24),
            Arrays.copyOfRange(kept, head * 24, head * 24 + 24));
      }
    }
  }

  private static float[] values(KeyValueCache cache) {
    var tensor = cache.inputs().get("past_key_values.0.key");
    if (tensor == null) {
      return new float[0];
    }
    var buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Test
  void aRunWithoutItsStateIsClosedAndChangesNothing() throws Exception {
    try (var session = session();
        var cache = new KeyValueCache(ENVIRONMENT, List.of(tensor("present.9.key")))) {
      var result = run(session, 2);

      assertThrows(OrtException.class, () -> cache.advance(result, 2));

      assertEquals(0, cache.length());
      assertEquals(1, cache.inputs().size());
      assertThrows(IllegalStateException.class, () -> result.get(0));
    }
  }

  @Test
  void aCropBeyondWhatIsCachedIsRefused() throws Exception {
    try (var cache = new KeyValueCache(ENVIRONMENT, List.of(tensor("present.0.key")))) {
      assertThrows(IllegalArgumentException.class, () -> cache.crop(1));
      assertThrows(IllegalArgumentException.class, () -> cache.crop(-1));
    }
  }

  @Test
  void theResultOfTheLastRunIsClosedWhenTheNextTakesOver() throws Exception {
    try (var session = session();
        var cache = new KeyValueCache(ENVIRONMENT, List.of(tensor("present.0.key")))) {
      cache.advance(run(session, 2), 2);
      var first = cache.inputs().get("past_key_values.0.key");
      cache.advance(run(session, 3), 3);
      var second = cache.inputs().get("past_key_values.0.key");
      assertTrue(first != null && first.isClosed());

      cache.crop(1);
      var cropped = cache.inputs().get("past_key_values.0.key");
      assertTrue(second != null && second.isClosed());

      cache.crop(0);
      assertTrue(cropped != null && cropped.isClosed());
    }
  }
}
