package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ModelConfig;

/// Feeds one graph: builds the inputs of a run from the signature's roles and chains the cache.
///
/// Owns the session and all tensors; one thread at a time. A tensor used after its close, or a
/// session closed during a run, would end the process, so nothing of either leaves this class.
final class GraphRunner implements AutoCloseable {

  private final OrtEnvironment environment;
  private final GraphSession session;
  private final GraphSignature signature;
  private final KeyValueCache cache;
  private final Set<String> presentNames = new HashSet<>();

  private GraphRunner(GraphSession session, GraphSignature signature) throws OrtException {
    this.session = session;
    this.signature = signature;
    environment = session.environment();
    cache = new KeyValueCache(environment, signature.cache());
    signature.cache().forEach(tensor -> presentNames.add(tensor.presentName()));
  }

  /// Takes over the session: it is closed with the runner, or at once if there will be none.
  static GraphRunner of(GraphSession session, ModelConfig config)
      throws OrtException, UnsupportedGraphException {
    boolean complete = false;
    try {
      var signature = GraphSignature.of(session.inputs(), session.outputs(), config);
      var runner = new GraphRunner(session, signature);
      complete = true;
      return runner;
    } finally {
      if (!complete) {
        session.close();
      }
    }
  }

  /// Memory for the logits of this graph's runs.
  LogitsBuffer logitsBuffer(int logitCount) {
    return new LogitsBuffer(environment, signature.logitsType(), logitCount);
  }

  Collection<NodeInfo> inputs() throws OrtException {
    return session.inputs().values();
  }

  Collection<NodeInfo> outputs() throws OrtException {
    return session.outputs().values();
  }

  GraphSignature signature() {
    return signature;
  }

  /// How many positions of the last sequence are cached; always 0 without a cache.
  int cachedLength() {
    return cache.length();
  }

  void crop(int keep) throws OrtException {
    cache.crop(Math.min(keep, cache.length()));
  }

  /// Runs `newIds` after the cached positions and writes the last `rows` rows into `logits`.
  ///
  /// @param rows how many rows of logits the graph will return, 1 to `newIds.length`
  /// @throws CancelledException when cancelled; the cache is then as it was before
  void run(int[] newIds, int rows, LogitsBuffer logits, Cancellation cancellation)
      throws OrtException {
    try (var target = logits.tensor(rows)) {
      var result =
          execute(newIds, rows, Map.of(signature.logits(), target), Set.of(), cancellation);
      cacheOrClose(result, newIds.length);
    }
  }

  /// The rows of logits as the graph returns them, whatever their number; for the first probe,
  /// before anything is known. Leaves the cache empty.
  ///
  /// @return shape `(rows, logitCount)`, row after row
  List<float[]> runOnce(int[] newIds) throws OrtException {
    crop(0);
    try (var result =
        execute(newIds, newIds.length, Map.of(), Set.of(signature.logits()), new Cancellation())) {
      var tensor =
          (OnnxTensor)
              result
                  .get(signature.logits())
                  .orElseThrow(() -> new OrtException("no output " + signature.logits()));
      var shape = tensor.getInfo().getShape();
      if (shape.length != 3 || shape[2] == 0) {
        throw new OrtException(
            signature.logits() + " came with the shape " + Arrays.toString(shape));
      }
      var values = tensor.getFloatBuffer();
      var rows = new ArrayList<float[]>();
      for (int i = 0; i < shape[1]; i++) {
        var row = new float[Math.toIntExact(shape[2])];
        values.get(row);
        rows.add(row);
      }
      return rows;
    }
  }

  /// Whether the graph can be told for how many positions to compute logits.
  boolean canLimitRows() {
    return signature.keptLogits().isPresent();
  }

  private OrtSession.Result execute(
      int[] newIds,
      int rows,
      Map<String, OnnxTensor> pinned,
      Set<String> alsoWanted,
      Cancellation cancellation)
      throws OrtException {
    int past = cache.length();
    int total = past + newIds.length;
    var inputs = new HashMap<String, OnnxTensor>(cache.inputs());
    var own = new ArrayList<OnnxTensor>();
    try (var options = new OrtSession.RunOptions()) {
      var ids = Arrays.stream(newIds).asLongStream().toArray();
      add(
          inputs,
          own,
          signature.tokens().name(),
          IntTensors.row(environment, signature.tokens(), ids));
      if (signature.mask().isPresent()) {
        var mask = signature.mask().get();
        var ones = new long[total];
        Arrays.fill(ones, 1);
        add(inputs, own, mask.name(), IntTensors.row(environment, mask, ones));
      }
      if (signature.positions().isPresent()) {
        var positions = signature.positions().get();
        var values = LongStream.range(past, total).toArray();
        add(inputs, own, positions.name(), IntTensors.row(environment, positions, values));
      }
      if (signature.keptLogits().isPresent()) {
        var kept = signature.keptLogits().get();
        // 0 asks for all rows; some graphs take the number of all rows as such, some do not
        add(
            inputs,
            own,
            kept.name(),
            IntTensors.scalar(environment, kept, rows == newIds.length ? 0 : rows));
      }
      var wanted = new HashSet<>(presentNames);
      wanted.addAll(alsoWanted);
      try (var _ = cancellation.onCancel(() -> terminate(options))) {
        return session.run(inputs, wanted, pinned, options);
      } catch (OrtException e) {
        if (cancellation.isCancelled()) {
          throw new CancelledException();
        }
        throw e;
      }
    } finally {
      own.forEach(OnnxTensor::close);
    }
  }

  private static void add(
      Map<String, OnnxTensor> inputs, List<OnnxTensor> own, String name, OnnxTensor tensor) {
    inputs.put(name, tensor);
    own.add(tensor);
  }

  private void cacheOrClose(OrtSession.Result result, int newCount) throws OrtException {
    if (signature.cache().isEmpty()) {
      result.close();
    } else {
      cache.advance(result, cache.length() + newCount);
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
    try (session) {
      cache.close();
    }
  }
}
