package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.onnx.gradient.TokenLoss;

/// Runs a model's graphs: creates the inputs of a run from the signature's roles, and keeps the
/// cache.
///
/// Owns the sessions and all tensors. Use it from one thread at a time. Using a tensor after its
/// close, or closing a session during a run, would crash the process, so neither is available
/// outside this class.
final class GraphRunner implements AutoCloseable {

  private final ModelGraphs graphs;
  private final Map<String, OnnxTensor> lent = new HashMap<>();
  private KeyValueCache cache;

  /// Takes ownership of the graphs. Keeps no states until `useCache` is called.
  GraphRunner(ModelGraphs graphs) throws OrtException {
    this.graphs = graphs;
    cache = new NoCache(graphs.environment(), List.of());
  }

  /// Makes a buffer for the logits of this graph's runs.
  LogitsBuffer logitsBuffer(int logitCount) {
    return new LogitsBuffer(graphs.environment(), graphs.signature().logits(), logitCount);
  }

  OrtEnvironment environment() {
    return graphs.environment();
  }

  /// Returns whether one graph runs all tokens, without one for the first or for embeddings.
  boolean hasOneGraph() {
    return graphs.isSingle();
  }

  GraphSignature signature() {
    return graphs.signature();
  }

  /// Lends an input to all further runs. Its owner closes it after the runner.
  void lend(String input, OnnxTensor tensor) {
    lent.put(input, tensor);
  }

  private RunBinding newBinding() {
    var binding = new RunBinding();
    lent.forEach(binding::lend);
    return binding;
  }

  /// Replaces the cache and takes ownership of the new one.
  void useCache(KeyValueCache other) {
    cache.close();
    cache = other;
  }

  /// The number of cached positions; always 0 without a cache.
  int cachedLength() {
    return cache.length();
  }

  /// Removes positions from `keep` on. Some caches remove more: see `cachedLength`.
  void crop(int keep) throws OrtException {
    cache.crop(Math.min(keep, cache.length()));
  }

  /// Runs `newIds` after the cached positions and writes the last `rows` rows into `logits`.
  ///
  /// @param rows the number of rows that the graph will return, 1 to `newIds.length`
  /// @throws CancelledException if cancelled; the cache is then unchanged
  void run(int[] newIds, int rows, LogitsBuffer logits, Cancellation cancellation)
      throws OrtException {
    run(newIds, rows, logits, List.of(), cancellation);
  }

  /// Does the same and returns the last rows of other outputs, in their order.
  List<float[]> run(
      int[] newIds, int rows, LogitsBuffer logits, List<String> others, Cancellation cancellation)
      throws OrtException {
    return run(new Chunk(newIds, cache.length(), rows), logits, others, cancellation);
  }

  /// Runs a whole context with a token to differentiate for, and returns other outputs whole.
  List<float[]> runWhole(
      int[] ids,
      int rows,
      LogitsBuffer logits,
      int token,
      List<String> others,
      Cancellation cancellation)
      throws OrtException {
    var chunk = new Chunk(ids, 0, rows);
    try (var binding = newBinding();
        var target = logits.tensor(rows)) {
      binding.pin(signature().logits().name(), target);
      binding.own(TokenLoss.TOKEN, OnnxTensor.createTensor(environment(), new long[] {token}));
      others.forEach(binding::want);
      cache.bind(binding, chunk.count());
      try (var outputs = execute(chunk, binding, cancellation)) {
        var found = new ArrayList<float[]>();
        for (var name : others) {
          try (var tensor = outputs.take(name)) {
            var values = tensor.getFloatBuffer();
            var numbers = new float[values.remaining()];
            values.get(numbers);
            found.add(numbers);
          }
        }
        return found;
      }
    }
  }

  /// Runs tokens without any before them, as if the first stood at `position`.
  void runAt(int position, int[] ids, LogitsBuffer logits, Cancellation cancellation)
      throws OrtException {
    crop(0);
    run(new Chunk(ids, 0, ids.length, position), logits, List.of(), cancellation);
  }

  /// The memory of each cached state; see `KeyValueCache.memories`.
  List<MemorySegment> cachedStates() {
    return cache.memories();
  }

  /// Runs several texts, with inputs made elsewhere. The cache stays as it is.
  void runBatch(Map<String, OnnxTensor> inputs, OnnxTensor target, Cancellation cancellation)
      throws OrtException {
    runBatch(inputs, Map.of(signature().logits().name(), target), cancellation);
  }

  /// Runs one text with nothing before it.
  ///
  /// @param more further inputs
  /// @param targets tensors for the wanted outputs
  void runAlone(
      int[] ids,
      Map<String, OnnxTensor> more,
      Map<String, OnnxTensor> targets,
      Cancellation cancellation)
      throws OrtException {
    crop(0);
    var chunk = new Chunk(ids, 0, ids.length);
    try (var binding = newBinding()) {
      more.forEach(binding::lend);
      targets.forEach(binding::pin);
      cache.bind(binding, chunk.count());
      execute(chunk, binding, cancellation).close();
    }
  }

  /// Runs several texts, with inputs made elsewhere. The cache stays as it is.
  ///
  /// @param targets tensors for the wanted outputs
  void runBatch(
      Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> targets, Cancellation cancellation)
      throws OrtException {
    try (var binding = newBinding()) {
      inputs.forEach(binding::lend);
      targets.forEach(binding::pin);
      execute(options -> graphs.runAsGiven(binding, options), cancellation).close();
    }
  }

  private List<float[]> run(
      Chunk chunk, LogitsBuffer logits, List<String> others, Cancellation cancellation)
      throws OrtException {
    try (var binding = newBinding();
        var target = logits.tensor(chunk.rows())) {
      binding.pin(signature().logits().name(), target);
      others.forEach(binding::want);
      cache.bind(binding, chunk.count());
      try (var outputs = execute(chunk, binding, cancellation)) {
        var found = new ArrayList<float[]>();
        for (var name : others) {
          try (var tensor = outputs.take(name)) {
            found.add(lastRow(tensor));
          }
        }
        cache.advance(outputs, chunk.count());
        return found;
      }
    }
  }

  /// Runs the graph and returns its rows of logits, whatever their number. For the first probe,
  /// before anything is known about the graph. Leaves the cache empty.
  ///
  /// @return shape `(rows, logitCount)`, row after row
  List<float[]> runOnce(int[] newIds) throws OrtException {
    crop(0);
    var name = signature().logits().name();
    var chunk = new Chunk(newIds, 0, newIds.length);
    try (var binding = newBinding()) {
      cache.bind(binding, chunk.count());
      binding.want(name);
      try (var outputs = execute(chunk, binding, new Cancellation());
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
      throw new OrtException("the logits have the unexpected shape " + Arrays.toString(shape));
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

  private static float[] lastRow(OnnxTensor tensor) throws OrtException {
    var shape = tensor.getInfo().getShape();
    var values = tensor.getFloatBuffer();
    if (shape.length == 0 || values == null || values.remaining() == 0) {
      throw new OrtException("an inner value has the unexpected shape " + Arrays.toString(shape));
    }
    var row = new float[Math.toIntExact(shape[shape.length - 1])];
    values.get(values.limit() - row.length, row);
    return row;
  }

  @FunctionalInterface
  private interface Pass {
    RunOutputs run(OrtSession.RunOptions options) throws OrtException;
  }

  private RunOutputs execute(Chunk chunk, RunBinding binding, Cancellation cancellation)
      throws OrtException {
    return execute(options -> graphs.run(chunk, binding, options), cancellation);
  }

  private static RunOutputs execute(Pass pass, Cancellation cancellation) throws OrtException {
    try (var options = new OrtSession.RunOptions();
        var _ = cancellation.onCancel(() -> terminate(options))) {
      return pass.run(options);
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
