package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The inputs and outputs of one run.
///
/// Owns the tensors that live only for this run; the others are borrowed.
final class RunBinding implements AutoCloseable {

  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private final Map<String, OnnxTensor> pinned = new HashMap<>();
  private final Set<String> wanted = new HashSet<>();
  private final List<OnnxTensor> owned = new ArrayList<>();

  /// Adds an input that outlives the run.
  void lend(String input, OnnxTensor tensor) {
    inputs.put(input, tensor);
  }

  /// Adds an input for this run only.
  void own(String input, OnnxTensor tensor) {
    owned.add(tensor);
    inputs.put(input, tensor);
  }

  /// Adds an output that is written into a tensor for this run only.
  void ownPin(String output, OnnxTensor tensor) {
    owned.add(tensor);
    pinned.put(output, tensor);
  }

  /// Adds an output that is written into a tensor which outlives the run or is also an input.
  void pin(String output, OnnxTensor tensor) {
    pinned.put(output, tensor);
  }

  /// Adds an output that the runtime allocates.
  void want(String output) {
    wanted.add(output);
  }

  /// The inputs that a graph declares.
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
