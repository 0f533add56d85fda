package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keys and values of the positions that have been run, chained: the outputs of one run are the
/// inputs of the next, without a copy.
///
/// Owns native memory. The tensors that are current belong either to the last run's result or to
/// this class (after a crop); both are closed when the next ones take over.
final class KeyValueCache implements AutoCloseable {

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private final Map<String, OnnxTensor> current = new HashMap<>();
  private final List<AutoCloseable> owners = new ArrayList<>();
  private int length;

  KeyValueCache(OrtEnvironment environment, List<CacheTensor> tensors) throws OrtException {
    this.environment = environment;
    this.tensors = tensors;
    clear();
  }

  /// How many positions are cached.
  int length() {
    return length;
  }

  /// The inputs of the next run.
  Map<String, OnnxTensor> inputs() {
    return current;
  }

  /// Takes over the outputs of a run, which now covers `newLength` positions.
  void advance(OrtSession.Result result, int newLength) throws OrtException {
    var next = new HashMap<String, OnnxTensor>();
    for (var tensor : tensors) {
      var present =
          result
              .get(tensor.presentName())
              .orElseThrow(() -> new OrtException("no output " + tensor.presentName()));
      next.put(tensor.pastName(), (OnnxTensor) present);
    }
    replace(next, List.of(result), newLength);
  }

  /// Forgets all positions from `keep` on.
  void crop(int keep) throws OrtException {
    if (keep > length) {
      throw new IllegalArgumentException("crop to " + keep + " of " + length);
    }
    if (keep == length) {
      return;
    }
    if (keep == 0) {
      clear();
      return;
    }
    var next = new HashMap<String, OnnxTensor>();
    var nextOwners = new ArrayList<AutoCloseable>();
    for (var tensor : tensors) {
      var data = tensorAt(tensor).getByteBuffer();
      var cropped = create(tensor, tensor.firstPositions(data, length, keep), keep);
      next.put(tensor.pastName(), cropped);
      nextOwners.add(cropped);
    }
    replace(next, nextOwners, keep);
  }

  private OnnxTensor tensorAt(CacheTensor tensor) {
    var present = current.get(tensor.pastName());
    if (present == null) {
      throw new IllegalStateException("no cached " + tensor.pastName());
    }
    return present;
  }

  private void clear() throws OrtException {
    var next = new HashMap<String, OnnxTensor>();
    var nextOwners = new ArrayList<AutoCloseable>();
    for (var tensor : tensors) {
      var nothing = ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder());
      var empty = create(tensor, nothing, 0);
      next.put(tensor.pastName(), empty);
      nextOwners.add(empty);
    }
    replace(next, nextOwners, 0);
  }

  private OnnxTensor create(CacheTensor tensor, ByteBuffer data, int positions)
      throws OrtException {
    return OnnxTensor.createTensor(environment, data, tensor.shapeOf(positions), tensor.type());
  }

  private void replace(
      Map<String, OnnxTensor> next, List<? extends AutoCloseable> nextOwners, int newLength)
      throws OrtException {
    closeOwners();
    current.clear();
    current.putAll(next);
    owners.addAll(nextOwners);
    length = newLength;
  }

  private void closeOwners() throws OrtException {
    for (var owner : owners) {
      try {
        owner.close();
      } catch (Exception e) {
        throw new OrtException("closing the cache: " + e.getMessage());
      }
    }
    owners.clear();
  }

  @Override
  public void close() throws OrtException {
    closeOwners();
    current.clear();
    length = 0;
  }
}
