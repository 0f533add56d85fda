package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keys and values of the positions that have been run, chained: the outputs of one run are the
/// inputs of the next, without a copy.
///
/// Owns native memory. The tensors that are current belong either to the last run's result or to
/// this class (after a crop); both are released when the next ones take over. Whatever fails, the
/// tensors that were current stay so.
final class KeyValueCache implements AutoCloseable {

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private Map<String, OnnxTensor> current = Map.of();
  private Runnable release = () -> {};
  private int length;

  KeyValueCache(OrtEnvironment environment, List<CacheTensor> tensors) throws OrtException {
    this.environment = environment;
    this.tensors = tensors;
    keepFirst(0);
  }

  /// How many positions are cached.
  int length() {
    return length;
  }

  /// The inputs of the next run.
  Map<String, OnnxTensor> inputs() {
    return current;
  }

  /// Takes over the outputs of a run, which now covers `newLength` positions; from now on the
  /// result is this object's to close, even if this call fails.
  void advance(OrtSession.Result result, int newLength) throws OrtException {
    var next = new HashMap<String, OnnxTensor>();
    for (var tensor : tensors) {
      var present = result.get(tensor.presentName());
      if (present.isPresent() && present.get() instanceof OnnxTensor found) {
        next.put(tensor.pastName(), found);
      } else {
        result.close();
        throw new OrtException("no output " + tensor.presentName());
      }
    }
    replace(next, result::close, newLength);
  }

  /// Forgets all positions from `keep` on.
  void crop(int keep) throws OrtException {
    if (keep < 0 || keep > length) {
      throw new IllegalArgumentException("crop to " + keep + " of " + length);
    }
    if (keep < length) {
      keepFirst(keep);
    }
  }

  private void keepFirst(int keep) throws OrtException {
    var memory = new NativeMemory();
    var next = new HashMap<String, OnnxTensor>();
    Runnable releaseNext =
        () -> {
          next.values().forEach(OnnxTensor::close);
          memory.close();
        };
    boolean complete = false;
    try {
      for (var tensor : tensors) {
        var data = keep == 0 ? ByteBuffer.allocate(0) : dataOf(tensor);
        var kept = tensor.firstPositions(data, length, keep, memory);
        next.put(
            tensor.pastName(),
            OnnxTensor.createTensor(environment, kept, tensor.shapeOf(keep), tensor.type()));
      }
      complete = true;
    } finally {
      if (!complete) {
        releaseNext.run();
      }
    }
    replace(next, releaseNext, keep);
  }

  private ByteBuffer dataOf(CacheTensor tensor) {
    var present = current.get(tensor.pastName());
    if (present == null) {
      throw new IllegalStateException("no cached " + tensor.pastName());
    }
    return present.getByteBuffer();
  }

  private void replace(Map<String, OnnxTensor> next, Runnable releaseNext, int newLength) {
    var releaseLast = release;
    current = next;
    release = releaseNext;
    length = newLength;
    releaseLast.run();
  }

  @Override
  public void close() {
    replace(Map.of(), () -> {}, 0);
  }
}
