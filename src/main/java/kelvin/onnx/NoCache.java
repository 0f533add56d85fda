package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps nothing: every run computes its whole context, starting with empty states if the graph
/// has any.
final class NoCache implements KeyValueCache {

  private final Map<String, HeldTensor> empty = new HashMap<>();

  NoCache(OrtEnvironment environment, List<CacheTensor> tensors) throws OrtException {
    for (var tensor : tensors) {
      empty.put(tensor.pastName(), HeldTensor.zeros(environment, tensor));
    }
  }

  @Override
  public int length() {
    return 0;
  }

  @Override
  public void bind(RunBinding run, int count) {
    empty.forEach((name, held) -> run.lend(name, held.tensor()));
  }

  @Override
  public void advance(RunOutputs outputs, int count) {
    // the states are closed together with the other outputs
  }

  @Override
  public int crop(int keep) {
    return 0;
  }

  @Override
  public void close() {
    empty.values().forEach(HeldTensor::close);
    empty.clear();
  }
}
