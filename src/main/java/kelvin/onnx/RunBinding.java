package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one run reads and writes.
///
/// Owns the tensors that live for this run only; the others are lent to it.
final class RunBinding implements AutoCloseable {

  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final Map<String, OnnxTensor> pinned = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final List<OnnxTensor> owned = new ArrayList<>();

  /// An input that outlives the run.
  void lend(String input, OnnxTensor tensor) {
    inputs.put(input, tensor);
  }

  /// An input for this run.
  void own(String input, OnnxTensor tensor) {
    owned.add(tensor);
    inputs.put(input, tensor);
  }

  /// An output that is written into a tensor for this run.
  void ownPin(String output, OnnxTensor tensor) {
    owned.add(tensor);
    pinned.put(output, tensor);
  }

  /// An output that is written into a tensor that outlives the run, or is also an input.
  void pin(String output, OnnxTensor tensor) {
    pinned.put(output, tensor);
  }

  /// An output that the runtime makes room for.
  void want(String output) {
    wanted.add(output);
  }

  /// Those of the inputs that a graph declares.
  Map<String, OnnxTensor> inputsOf(Set<String> declared) {
    var some = new HashMap<>(inputs);
    some.keySet().retainAll(declared);
    return some;
  }

  Map<String, OnnxTensor> pinned() {
    return pinned;
  }

  Set<String> wanted() {
    return wanted;
  }

  @Override
  public void close() {
    owned.forEach(OnnxTensor::close);
  }
}
