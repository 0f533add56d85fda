package kelvin.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kelvin.inference.Cancellation;
import org.junit.jupiter.api.Test;

/// If these fail, Ctrl+C waits for seconds while native code reads a model or a long text, or ends
/// a command before it has written its last output.
class InterruptionTest {

  private final Cancellation cancellation = new Cancellation();
  private final List<Integer> waits = new ArrayList<>();

  private void interrupt(boolean ends) {
    cancellation.cancel();
    Interruption.await(
        cancellation,
        milliseconds -> {
          waits.add(milliseconds);
          return ends;
        });
  }

  @Test
  void aCommandThatDoesNotNoticeIsNotWaitedFor() {
    interrupt(false);

    assertEquals(List.of(Interruption.NOTICE_MILLISECONDS), waits);
  }

  @Test
  void aCommandThatHasNoticedMayWriteItsLastOutput() {
    cancellation.cancel();
    assertTrue(cancellation.isCancelled());

    interrupt(false);

    assertEquals(
        List.of(Interruption.NOTICE_MILLISECONDS, Interruption.OUTPUT_MILLISECONDS), waits);
  }

  @Test
  void aCommandThatHasEndedIsNotWaitedFor() {
    cancellation.cancel();
    assertTrue(cancellation.isCancelled());

    interrupt(true);

    assertEquals(List.of(Interruption.NOTICE_MILLISECONDS), waits);
  }

  @Test
  void askingBeforeTheEndIsNoNotice() {
    assertFalse(cancellation.isCancelled());

    interrupt(false);

    assertEquals(List.of(Interruption.NOTICE_MILLISECONDS), waits);
  }
}
