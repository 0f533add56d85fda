package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Keeps keys and values in two buffers each. The graph reads the past from one and writes all
/// positions into the other; then they swap.
///
/// For graphs that concatenate. The buffers are reused, so no run allocates memory for its
/// outputs. The state before the last run stays until the next run. So undoing that run costs
/// nothing, for example when the last token is edited repeatedly.
final class PingPongCache implements KeyValueCache {

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private final List<StateBlock> current = new ArrayList<>();
  private final List<StateBlock> next = new ArrayList<>();
  private int length;

  /// The number of positions in the other buffers; −1 after a run has started to write there.
  private int lengthBefore = -1;

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
    lengthBefore = -1;
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
    swap();
    lengthBefore = length;
    length += count;
  }

  private void swap() {
    for (int i = 0; i < tensors.size(); i++) {
      next.set(i, current.set(i, next.get(i)));
    }
  }

  @Override
  public int crop(int keep) {
    if (keep < 0 || keep > length) {
      throw new IllegalArgumentException("crop to " + keep + " of " + length);
    }
    if (keep < length && keep == lengthBefore) {
      swap();
      lengthBefore = -1;
    } else if (keep < length) {
      for (int i = 0; i < tensors.size(); i++) {
        var memory = current.get(i).memory();
        tensors.get(i).copyPositions(memory, length, memory, keep, keep);
      }
      lengthBefore = keep < lengthBefore ? -1 : lengthBefore;
    }
    length = keep;
    return keep;
  }

  @Override
  public List<MemorySegment> memories() {
    return current.stream().map(StateBlock::memory).toList();
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
