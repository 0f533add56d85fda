package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Keeps the states of recurrences and convolutions, from which single positions cannot be
/// removed.
///
/// Each run returns new tensors, so the state before it is kept by not closing it. Cropping goes
/// back to the last state that is early enough.
final class RecurrentCache implements KeyValueCache {

  /// Enough to undo a few words.
  private static final int MAX_SNAPSHOTS = 12;

  /// The states at the start, before the last run and after it.
  private static final int MIN_SNAPSHOTS = 3;

  private static final long MAX_BYTES = 256L << 20;

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private final int maxSnapshots;
  private final Deque<Snapshot> snapshots = new ArrayDeque<>();

  /// The states after `length` positions.
  private record Snapshot(int length, List<HeldTensor> states) {

    void close() {
      states.forEach(HeldTensor::close);
    }
  }

  RecurrentCache(OrtEnvironment environment, List<CacheTensor> tensors) throws OrtException {
    this.environment = environment;
    this.tensors = tensors;
    long bytes = tensors.stream().mapToLong(tensor -> tensor.bytes(0)).sum();
    maxSnapshots = Math.clamp(MAX_BYTES / Math.max(1, bytes), MIN_SNAPSHOTS, MAX_SNAPSHOTS);
    snapshots.add(start());
  }

  private Snapshot start() throws OrtException {
    var states = new ArrayList<HeldTensor>();
    for (var tensor : tensors) {
      states.add(HeldTensor.zeros(environment, tensor));
    }
    return new Snapshot(0, states);
  }

  @Override
  public int length() {
    return snapshots.isEmpty() ? 0 : snapshots.getLast().length();
  }

  @Override
  public void bind(RunBinding run, int count) {
    for (int i = 0; i < tensors.size(); i++) {
      run.lend(tensors.get(i).pastName(), snapshots.getLast().states().get(i).tensor());
      run.want(tensors.get(i).presentName());
    }
  }

  @Override
  public void advance(RunOutputs outputs, int count) throws OrtException {
    var states = new ArrayList<HeldTensor>();
    boolean complete = false;
    try {
      for (var tensor : tensors) {
        states.add(HeldTensor.ofRuntime(outputs, tensor, length() + count));
      }
      complete = true;
    } finally {
      if (!complete) {
        states.forEach(HeldTensor::close);
      }
    }
    snapshots.addLast(new Snapshot(length() + count, states));
    if (snapshots.size() > maxSnapshots) {
      dropOne();
    }
  }

  /// Removes the snapshot whose loss costs least in relation to its distance from the end; never
  /// the first or the last one.
  private void dropOne() {
    var all = List.copyOf(snapshots);
    Snapshot cheapest = all.get(1);
    double minCost = Double.POSITIVE_INFINITY;
    for (int i = 1; i < all.size() - 1; i++) {
      double gap = all.get(i + 1).length() - all.get(i - 1).length();
      double cost = gap / (length() - all.get(i).length());
      if (cost < minCost) {
        minCost = cost;
        cheapest = all.get(i);
      }
    }
    snapshots.remove(cheapest);
    cheapest.close();
  }

  @Override
  public int crop(int keep) {
    if (keep < 0) {
      throw new IllegalArgumentException("crop to " + keep);
    }
    while (length() > keep) {
      snapshots.removeLast().close();
    }
    return length();
  }

  @Override
  public void close() {
    snapshots.forEach(Snapshot::close);
    snapshots.clear();
  }
}
