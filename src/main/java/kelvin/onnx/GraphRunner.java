package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;

/// Feeds a model's graphs: makes the inputs of a run from the signature's roles and keeps the
/// cache.
///
/// Owns the sessions and all tensors; one thread at a time. A tensor used after its close, or a
/// session closed during a run, would end the process, so nothing of either leaves this class.
final class GraphRunner implements AutoCloseable {

  private final ModelGraphs graphs;
  private KeyValueCache cache;

  /// Owns the graphs; keeps no states until told how.
  GraphRunner(ModelGraphs graphs) throws OrtException {
    this.graphs = graphs;
    cache = new NoCache(graphs.environment(), List.of());
  }

  /// Memory for the logits of this graph's runs.
  LogitsBuffer logitsBuffer(int logitCount) {
    return new LogitsBuffer(graphs.environment(), graphs.signature().logits(), logitCount);
  }

  OrtEnvironment environment() {
    return graphs.environment();
  }

  GraphSignature signature() {
    return graphs.signature();
  }

  /// Keeps states in another way from now on; owns the new cache.
  void useCache(KeyValueCache other) {
    cache.close();
    cache = other;
  }

  /// How many positions of the last sequence are cached; always 0 without a cache.
  int cachedLength() {
    return cache.length();
  }

  /// Forgets positions from `keep` on; `cachedLength` says how many could be kept.
  void crop(int keep) throws OrtException {
    cache.crop(Math.min(keep, cache.length()));
  }

  /// Runs `newIds` after the cached positions and writes the last `rows` rows into `logits`.
  ///
  /// @param rows how many rows of logits the graph will return, 1 to `newIds.length`
  /// @throws CancelledException when cancelled; the cache is then as it was before
  void run(int[] newIds, int rows, LogitsBuffer logits, Cancellation cancellation)
      throws OrtException {
    var span = new RunSpan(newIds, cache.length(), rows);
    try (var binding = new RunBinding();
        var target = logits.tensor(rows)) {
      binding.pin(signature().logits().name(), target);
      cache.bind(binding, span.count());
      try (var outputs = execute(span, binding, cancellation)) {
        cache.advance(outputs, span.count());
      }
    }
  }

  /// The rows of logits as the graph returns them, whatever their number; for the first probe,
  /// before anything is known. Leaves the cache empty.
  ///
  /// @return shape `(rows, logitCount)`, row after row
  List<float[]> runOnce(int[] newIds) throws OrtException {
    crop(0);
    var name = signature().logits().name();
    var span = new RunSpan(newIds, 0, newIds.length);
    try (var binding = new RunBinding()) {
      cache.bind(binding, span.count());
      binding.want(name);
      try (var outputs = execute(span, binding, new Cancellation());
          var tensor = outputs.take(name)) {
        return rows(tensor);
      }
    }
  }

  private List<float[]> rows(OnnxTensor tensor) throws OrtException {
    var shape = tensor.getInfo().getShape();
    int width = Math.toIntExact(shape[shape.length - 1]);
    long count = width == 0 ? 0 : tensor.getInfo().getNumElements() / width;
    if (count == 0 || shape.length != signature().logits().rank()) {
      throw new OrtException("the logits came with the shape " + Arrays.toString(shape));
    }
    var values = tensor.getFloatBuffer();
    var rows = new ArrayList<float[]>();
    for (int i = 0; i < count; i++) {
      var row = new float[width];
      values.get(row);
      rows.add(row);
    }
    return rows;
  }

  private RunOutputs execute(RunSpan span, RunBinding binding, Cancellation cancellation)
      throws OrtException {
    try (var options = new OrtSession.RunOptions();
        var _ = cancellation.onCancel(() -> terminate(options))) {
      return graphs.run(span, binding, options);
    } catch (OrtException e) {
      if (cancellation.isCancelled()) {
        throw new CancelledException();
      }
      throw e;
    }
  }

  private static void terminate(OrtSession.RunOptions options) {
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw new IllegalStateException("the run cannot be stopped", e);
    }
  }

  @Override
  public void close() throws OrtException {
    try (graphs) {
      cache.close();
    }
  }
}
