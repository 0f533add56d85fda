package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;

/// Keys and values in two buffers each, in turn: the graph reads the past from one and writes all
/// positions into the other.
///
/// The buffers stay, so that no run has to find memory for its outputs; for graphs that
/// concatenate.
final class PingPongCache implements KeyValueCache {

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private final List<StateBlock> current = new ArrayList<>();
  private final List<StateBlock> next = new ArrayList<>();
  private int length;

  PingPongCache(OrtEnvironment environment, List<CacheTensor> tensors) {
    this.environment = environment;
    this.tensors = tensors;
    for (var tensor : tensors) {
      current.add(new StateBlock(tensor, 0));
      next.add(new StateBlock(tensor, 0));
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void bind(RunBinding run, int count) throws OrtException {
    int total = length + count;
    for (int i = 0; i < tensors.size(); i++) {
      var tensor = tensors.get(i);
      var last = next.get(i);
      if (last.capacity() < total) {
        next.set(i, new StateBlock(tensor, StateBlock.capacityFor(total, last.capacity())));
        last.close();
      }
      run.own(tensor.pastName(), current.get(i).view(environment, tensor, length));
      run.ownPin(tensor.presentName(), next.get(i).view(environment, tensor, total));
    }
  }

  @Override
  public void advance(RunOutputs outputs, int count) {
    for (int i = 0; i < tensors.size(); i++) {
      next.set(i, current.set(i, next.get(i)));
    }
    length += count;
  }

  @Override
  public int crop(int keep) {
    if (keep < 0 || keep > length) {
      throw new IllegalArgumentException("crop to " + keep + " of " + length);
    }
    for (int i = 0; i < tensors.size() && keep < length; i++) {
      var memory = current.get(i).memory();
      tensors.get(i).copyPositions(memory, length, memory, keep, keep);
    }
    length = keep;
    return keep;
  }

  @Override
  public void close() {
    current.forEach(StateBlock::close);
    next.forEach(StateBlock::close);
    current.clear();
    next.clear();
    length = 0;
  }
}
