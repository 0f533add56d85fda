package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import kelvin.onnx.CacheTensor.Growth;

/// Keeps keys and values by chaining: the outputs of one run are the inputs of the next, without
/// a copy.
final class ChainedCache implements KeyValueCache {

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private List<HeldTensor> current = List.of();
  private int length;

  ChainedCache(OrtEnvironment environment, List<CacheTensor> tensors) throws OrtException {
    this.environment = environment;
    this.tensors = tensors;
    replace(make((tensor, _) -> HeldTensor.zeros(environment, tensor)), 0);
  }

  /// Makes the next tensor of one state.
  @FunctionalInterface
  private interface Maker {
    HeldTensor make(CacheTensor tensor, int index) throws OrtException;
  }

  private List<HeldTensor> make(Maker maker) throws OrtException {
    var next = new ArrayList<HeldTensor>();
    boolean complete = false;
    try {
      for (int i = 0; i < tensors.size(); i++) {
        next.add(maker.make(tensors.get(i), i));
      }
      complete = true;
    } finally {
      if (!complete) {
        next.forEach(HeldTensor::close);
      }
    }
    return next;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void bind(RunBinding run, int count) {
    for (int i = 0; i < tensors.size(); i++) {
      run.lend(tensors.get(i).pastName(), current.get(i).tensor());
      run.want(tensors.get(i).presentName());
    }
  }

  @Override
  public void advance(RunOutputs outputs, int count) throws OrtException {
    int total = length + count;
    replace(make((tensor, _) -> HeldTensor.ofRuntime(outputs, tensor, total)), total);
  }

  @Override
  public int crop(int keep) throws OrtException {
    if (keep < 0 || keep > length) {
      throw new IllegalArgumentException("crop to " + keep + " of " + length);
    }
    boolean grows = tensors.stream().anyMatch(tensor -> tensor.growth() == Growth.GROWS);
    if (keep < length && grows) {
      replace(make((tensor, i) -> cropped(tensor, current.get(i), keep)), keep);
    }
    length = keep;
    return keep;
  }

  private HeldTensor cropped(CacheTensor tensor, HeldTensor held, int keep) throws OrtException {
    return HeldTensor.cropped(environment, tensor, held.tensor(), length, keep);
  }

  private void replace(List<HeldTensor> next, int newLength) {
    var last = current;
    current = next;
    length = newLength;
    last.forEach(HeldTensor::close);
  }

  @Override
  public void close() {
    replace(List.of(), 0);
  }
}
