package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import kelvin.onnx.CacheTensor.Growth;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests cropping along the right axis, and ownership after failures.
final class ChainedCacheTest {

  private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

  @TempDir Path folder;
  private OrtSession session;

  @BeforeEach
  void open() throws Exception {
    ToyFolder.write(folder, new ToyModel(264, 16, 2, 1, 96, 1), ToyFeature.CACHE);
    session = ENVIRONMENT.createSession(folder.resolve("model.onnx").toString());
  }

  @AfterEach
  void close() throws Exception {
    session.close();
  }

  private static ChainedCache cache(String present) throws OrtException {
    return new ChainedCache(
        ENVIRONMENT,
        List.of(
            new CacheTensor(
                "past_key_values.0.key",
                present,
                OnnxJavaType.FLOAT,
                List.of(1L, 2L, 0L, 8L),
                2,
                Growth.GROWS)));
  }

  private RunOutputs run(int count) throws OrtException {
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
      return new RunOutputs(session.run(inputs, Set.of("present.0.key")));
    }
  }

  private static OnnxTensor current(KeyValueCache cache) throws OrtException {
    try (var binding = new RunBinding()) {
      cache.bind(binding, 1);
      return binding.inputsOf(Set.of("past_key_values.0.key")).values().iterator().next();
    }
  }

  private static float[] values(KeyValueCache cache) throws OrtException {
    var buffer = current(cache).getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Test
  void aCropKeepsTheFirstPositionsOfEveryHead() throws Exception {
    try (var cache = cache("present.0.key");
        var outputs = run(5)) {
      cache.advance(outputs, 5);
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

  @Test
  void aRunWithoutItsStateChangesNothing() throws Exception {
    try (var cache = cache("present.9.key");
        var outputs = run(2)) {
      assertThrows(OrtException.class, () -> cache.advance(outputs, 2));

      assertEquals(0, cache.length());
      assertFalse(current(cache).isClosed());
    }
  }

  @Test
  void outputsThatAreNotTakenAreClosed() throws Exception {
    OnnxTensor taken;
    try (var outputs = run(2)) {
      taken = outputs.take("present.0.key");
      assertThrows(OrtException.class, () -> outputs.take("present.0.key"));
    }

    assertFalse(taken.isClosed());
    taken.close();
  }

  @Test
  void aCropBeyondWhatIsCachedIsRefused() throws Exception {
    try (var cache = cache("present.0.key")) {
      assertThrows(IllegalArgumentException.class, () -> cache.crop(1));
      assertThrows(IllegalArgumentException.class, () -> cache.crop(-1));
    }
  }

  @Test
  void oldStatesAreClosedWhenNewOnesReplaceThem() throws Exception {
    try (var cache = cache("present.0.key");
        var two = run(2);
        var three = run(3)) {
      cache.advance(two, 2);
      var first = current(cache);
      cache.advance(three, 1);
      var second = current(cache);
      assertTrue(first.isClosed());

      cache.crop(1);
      var cropped = current(cache);
      assertTrue(second.isClosed());

      cache.crop(0);
      assertTrue(cropped.isClosed());
    }
  }
}
