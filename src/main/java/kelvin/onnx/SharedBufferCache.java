package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.List;
import kelvin.onnx.CacheTensor.Growth;

/// Keeps keys and values in one buffer each, with spare capacity. The graph reads the past and
/// appends new positions. Removing positions costs nothing.
///
/// For graphs whose attention operator writes into the buffer (GroupQueryAttention).
final class SharedBufferCache implements KeyValueCache {

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private List<StateBlock> blocks;
  private int length;

  /// @param capacity the initial number of positions; grows when needed
  SharedBufferCache(OrtEnvironment environment, List<CacheTensor> tensors, int capacity) {
    this.environment = environment;
    this.tensors = tensors;
    blocks = allocate(capacity);
  }

  private List<StateBlock> allocate(int capacity) {
    var made = new ArrayList<StateBlock>();
    boolean complete = false;
    try {
      for (var tensor : tensors) {
        made.add(new StateBlock(tensor, capacity));
      }
      complete = true;
    } finally {
      if (!complete) {
        made.forEach(StateBlock::close);
      }
    }
    return made;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void bind(RunBinding run, int count) throws OrtException {
    makeRoom(length + count);
    for (int i = 0; i < tensors.size(); i++) {
      var tensor = tensors.get(i);
      var view = blocks.get(i).view(environment, tensor, blocks.get(i).capacity());
      run.own(tensor.pastName(), view);
      run.pin(tensor.presentName(), view);
    }
  }

  private void makeRoom(int needed) {
    int capacity = blocks.getFirst().capacity();
    if (needed <= capacity || tensors.getFirst().growth() != Growth.GROWS) {
      return;
    }
    int larger = StateBlock.capacityFor(needed, capacity);
    var next = allocate(larger);
    for (int i = 0; i < tensors.size(); i++) {
      var from = blocks.get(i).memory();
      tensors.get(i).copyPositions(from, capacity, next.get(i).memory(), larger, length);
    }
    var last = blocks;
    blocks = next;
    last.forEach(StateBlock::close);
  }

  @Override
  public void advance(RunOutputs outputs, int count) {
    length += count;
  }

  @Override
  public int crop(int keep) {
    if (keep < 0 || keep > length) {
      throw new IllegalArgumentException("crop to " + keep + " of " + length);
    }
    length = keep;
    return keep;
  }

  @Override
  public void close() {
    blocks.forEach(StateBlock::close);
    blocks = List.of();
    length = 0;
  }
}
