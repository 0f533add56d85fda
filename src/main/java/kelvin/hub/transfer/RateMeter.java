package kelvin.hub.transfer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Measures how fast bytes come, over the last ten seconds.
final class RateMeter {

  private static final long WINDOW_NANOS = 10_000_000_000L;

  /// Below that, the rate would be that of a buffer.
  private static final long SHORTEST_NANOS = 500_000_000L;

  private record Sample(long nanos, long bytes) {}

  private final LongSupplier nanos;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private long bytes;

  /// @param nanos a clock, as `System.nanoTime`
  RateMeter(LongSupplier nanos) {
    this.nanos = nanos;
    samples.add(new Sample(nanos.getAsLong(), 0));
  }

  void add(long count) {
    bytes += count;
    long now = nanos.getAsLong();
    var last = samples.getLast();
    if (now - last.nanos >= SHORTEST_NANOS / 2) {
      samples.add(new Sample(now, bytes));
    }
    while (samples.size() > 2 && now - samples.getFirst().nanos > WINDOW_NANOS) {
      samples.removeFirst();
    }
  }

  /// Forgets the past, after a pause.
  void restart() {
    samples.clear();
    samples.add(new Sample(nanos.getAsLong(), bytes));
  }

  /// Bytes a second, or 0 as long as that is not known.
  double rate() {
    var first = samples.getFirst();
    long time = nanos.getAsLong() - first.nanos;
    return time < SHORTEST_NANOS ? 0 : (bytes - first.bytes) * 1e9 / time;
  }
}
