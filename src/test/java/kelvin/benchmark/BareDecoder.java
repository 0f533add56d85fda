package kelvin.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Decodes with the shortest possible loop and a chained cache: the reference for
/// `LanguageModel.run`.
///
/// Hard-codes the bundled model's names and shapes, checks nothing and cannot be cancelled.
final class BareDecoder implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final Map<String, OnnxTensor> past = new HashMap<>();
  private final List<Owner> owners = new ArrayList<>();
  private int length;

  BareDecoder(Path graph, int threads) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setMemoryPatternOptimization(false);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      session = environment.createSession(graph.toString(), options);
    }
  }

  /// The owners of native memory.
  private interface Owner {
    void close() throws OrtException;
  }

  /// Clears the cache.
  void clear() throws OrtException {
    closeOwners();
    past.clear();
    length = 0;
    for (var input : session.getInputInfo().values()) {
      if (input.getName().startsWith("past_key_values")) {
        var shape = ((TensorInfo) input.getInfo()).getShape();
        shape[0] = 1;
        shape[2] = 0;
        var empty = OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape);
        past.put(input.getName(), empty);
        owners.add(empty::close);
      }
    }
  }

  /// Runs `ids` after the cached tokens and returns the last row of logits.
  float[] run(int... ids) throws OrtException {
    int total = length + ids.length;
    var mask = new long[total];
    Arrays.fill(mask, 1);
    try (var tokens = row(Arrays.stream(ids).asLongStream().toArray());
        var attention = row(mask);
        var positions = row(LongStream.range(length, total).toArray())) {
      var inputs = new HashMap<>(past);
      inputs.put("input_ids", tokens);
      inputs.put("attention_mask", attention);
      inputs.put("position_ids", positions);
      inputs.keySet().retainAll(session.getInputNames());
      var result = session.run(inputs);
      var logits = lastRow((OnnxTensor) result.get("logits").orElseThrow());
      closeOwners();
      owners.add(result::close);
      past.replaceAll((name, _) -> present(result, name));
      length = total;
      return logits;
    }
  }

  private static OnnxTensor present(OrtSession.Result result, String pastName) {
    return (OnnxTensor) result.get(pastName.replace("past_key_values", "present")).orElseThrow();
  }

  private static float[] lastRow(OnnxTensor logits) {
    var values = logits.getFloatBuffer();
    var row = new float[(int) logits.getInfo().getShape()[2]];
    values.get(values.capacity() - row.length, row);
    return row;
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private void closeOwners() throws OrtException {
    for (var owner : owners) {
      owner.close();
    }
    owners.clear();
  }

  @Override
  public void close() throws OrtException {
    closeOwners();
    session.close();
  }
}
