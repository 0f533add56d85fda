package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// States of recurrences and convolutions, which cannot be taken back position by position.
///
/// Each run leaves new tensors, so the state before it is kept by not closing it: taking back
/// means going to the last state that is early enough.
final class RecurrentCache implements KeyValueCache {

  /// Enough for taking back words.
  private static final int MOST_MOMENTS = 12;

  /// The start, the moment before the last run, and that after it.
  private static final int LEAST_MOMENTS = 3;

  private static final long MOST_BYTES = 256L << 20;

  private final OrtEnvironment environment;
  private final List<CacheTensor> tensors;
  private final int mostMoments;
  private final Deque<Moment> moments = new ArrayDeque<>();

  /// The states after `length` positions.
  private record Moment(int length, List<HeldTensor> states) {

    void close() {
      states.forEach(HeldTensor::close);
    }
  }

  RecurrentCache(OrtEnvironment environment, List<CacheTensor> tensors) throws OrtException {
    this.environment = environment;
    this.tensors = tensors;
    long bytes = tensors.stream().mapToLong(tensor -> tensor.bytes(0)).sum();
    mostMoments = Math.clamp(MOST_BYTES / Math.max(1, bytes), LEAST_MOMENTS, MOST_MOMENTS);
    moments.add(start());
  }

  private Moment start() throws OrtException {
    var states = new ArrayList<HeldTensor>();
    for (var tensor : tensors) {
      states.add(HeldTensor.zeros(environment, tensor));
    }
    return new Moment(0, states);
  }

  @Override
  public int length() {
    return moments.isEmpty() ? 0 : moments.getLast().length();
  }

  @Override
  public void bind(RunBinding run, int count) {
    for (int i = 0; i < tensors.size(); i++) {
      run.lend(tensors.get(i).pastName(), moments.getLast().states().get(i).tensor());
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
    moments.addLast(new Moment(length() + count, states));
    if (moments.size() > mostMoments) {
      forgetOne();
    }
  }

  /// The one whose loss costs least for its distance from the end; never the first nor the last.
  private void forgetOne() {
    var all = List.copyOf(moments);
    Moment least = all.get(1);
    double leastCost = Double.POSITIVE_INFINITY;
    for (int i = 1; i < all.size() - 1; i++) {
      double gap = all.get(i + 1).length() - all.get(i - 1).length();
      double cost = gap / (length() - all.get(i).length());
      if (cost < leastCost) {
        leastCost = cost;
        least = all.get(i);
      }
    }
    moments.remove(least);
    least.close();
  }

  @Override
  public int crop(int keep) {
    if (keep < 0) {
      throw new IllegalArgumentException("crop to " + keep);
    }
    while (length() > keep) {
      moments.removeLast().close();
    }
    return length();
  }

  @Override
  public void close() {
    moments.forEach(Moment::close);
    moments.clear();
  }
}
