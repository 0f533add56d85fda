package kelvin.inference;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void throwsOnlyOnceItIsCancelled() {
    assertDoesNotThrow(cancellation::throwIfCancelled);

    cancellation.cancel();

    assertTrue(cancellation.isCancelled());
    assertThrows(CancelledException.class, cancellation::throwIfCancelled);
  }

  @Test
  void runsAHookOnceForSeveralCancellations() {
    var registration = cancellation.onCancel(calls::incrementAndGet);

    cancellation.cancel();
    cancellation.cancel();

    registration.close();
    assertEquals(1, calls.get());
  }

  @Test
  void aHookRegisteredAfterCancellationRunsAtOnce() {
    cancellation.cancel();

    cancellation.onCancel(calls::incrementAndGet).close();

    assertEquals(1, calls.get());
  }

  @Test
  void aHookNeverRunsAfterItsRegistrationClosed() {
    cancellation.onCancel(calls::incrementAndGet).close();

    cancellation.cancel();

    assertEquals(0, calls.get());
  }
}
