package kelvin.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kelvin.inference.Cancellation;
import org.jspecify.annotations.Nullable;

/// Takes the body of an answer piece by piece, on the thread that asks for the next one. Only one
/// piece is under way at a time, so a fast server cannot fill the memory.
///
/// The JDK's own stream of a body waits without end for a server that falls silent; this one gives
/// up, and it notices a cancellation.
public final class Pieces implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /// Bytes, or the end, with the failure that it came by.
  private record Event(List<ByteBuffer> bytes, boolean isEnd, @Nullable Throwable failure) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> ready = new ArrayDeque<>();
  private final Duration silence;
  private final Cancellation cancellation;
  private Flow.@Nullable Subscription subscription;
  private boolean closed;

  public Pieces(Duration silence, Cancellation cancellation) {
    this.silence = silence;
    this.cancellation = cancellation;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    boolean late;
    synchronized (this) {
      subscription = given;
      late = closed;
    }
    if (late) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    events.add(new Event(bytes, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(List.of(), true, null));
  }

  /// The next bytes, or empty at the end.
  ///
  /// @throws IOException if the connection broke or was silent for too long
  public Optional<ByteBuffer> next() throws IOException {
    while (ready.isEmpty()) {
      var event = await();
      if (event.isEnd()) {
        events.add(event);
        if (event.failure() != null) {
          throw new IOException("the connection broke", event.failure());
        }
        return Optional.empty();
      }
      event.bytes().stream().filter(ByteBuffer::hasRemaining).forEach(ready::add);
      if (ready.isEmpty()) {
        more();
      }
    }
    var bytes = ready.removeFirst();
    if (ready.isEmpty()) {
      more();
    }
    return Optional.of(bytes);
  }

  private synchronized void more() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private Event await() throws IOException {
    long end = System.nanoTime() + silence.toNanos();
    while (System.nanoTime() - end < 0) {
      cancellation.throwIfCancelled();
      try {
        var event = events.poll(POLL_NANOS, TimeUnit.NANOSECONDS);
        if (event != null) {
          return event;
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        cancellation.cancel();
      }
    }
    throw new SilenceException();
  }

  /// Ends the connection if the body has not come to its end.
  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
