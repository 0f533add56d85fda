package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;

/// Keys and values in two buffers each, in turn: the graph reads the past from one and writes all
/// positions into the other.
///
/// The buffers stay, so that no run has to find memory for its outputs; for graphs that
/// concatenate. What was before the last run stays, too, until the next one: taking back just that
/// run, as when the last token is edited again and again, costs nothing.
final class PingPongCache implements KeyValueCache {

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private final List<StateBlock> current = new ArrayList<>();
  private final List<StateBlock> next = new ArrayList<>();
  private int length;

  /// How many positions the other buffers still hold, −1 when a run has begun to write there.
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
  public void close() {
    current.forEach(StateBlock::close);
    next.forEach(StateBlock::close);
    current.clear();
    next.clear();
    length = 0;
  }
}
