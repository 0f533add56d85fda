package kelvin.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.InferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// If these fail, a pasted book keeps the window from answering until it is encoded, although the
/// user has deleted it; or a closed tokenizer takes the window with it.
@Timeout(60)
class LongTextsTest {

  private final LongTexts texts = new LongTexts();
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch end = new CountDownLatch(1);

  /// Is cancelled while it runs, and cannot be interrupted.
  private String compute() {
    cancellation.cancel();
    await(end);
    return "late";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCancelledCallerDoesNotWaitForTheEnd() {
    assertThrows(CancelledException.class, () -> texts.compute(this::compute, cancellation));

    assertEquals(1, end.getCount());
    end.countDown();
  }

  @Test
  void whatTheWorkUsesIsFreedBehindItsEnd() {
    var freed = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    assertThrows(
        CancelledException.class,
        () ->
            texts.compute(
                () -> {
                  compute();
                  ended.set(true);
                  return "";
                },
                cancellation));

    var endedBefore = new AtomicBoolean();
    texts.whenIdle(
        () -> {
          endedBefore.set(ended.get());
          freed.countDown();
        });

    assertEquals(1, freed.getCount());
    end.countDown();
    await(freed);
    assertTrue(endedBefore.get());
  }

  @Test
  void workThatIsCancelledBeforeItBeginsIsNeverRun() {
    var ran = new AtomicBoolean();
    var ended = new CountDownLatch(1);
    cancellation.cancel();

    assertThrows(
        CancelledException.class,
        () ->
            texts.compute(
                () -> {
                  ran.set(true);
                  return "";
                },
                cancellation));

    texts.whenIdle(ended::countDown);
    await(ended);
    assertFalse(ran.get());
  }

  @Test
  void withoutWorkItIsFreedAtOnce() {
    var freed = new AtomicBoolean();

    texts.whenIdle(() -> freed.set(true));

    assertTrue(freed.get());
  }

  @Test
  void aFailureIsThatOfTheWork() {
    var failure = new InferenceException("no token");

    var thrown =
        assertThrows(
            InferenceException.class,
            () ->
                texts.compute(
                    () -> {
                      throw failure;
                    },
                    cancellation));

    assertEquals(failure, thrown);
    assertFalse(cancellation.isCancelled());
  }

  @Test
  void aLongTextIsEncodedLikeAShortOne() throws Exception {
    var text = "Once upon a time, é 中文 there was a dog. ".repeat(2000);
    try (var tokenizer = TokenizerFiles.bundled()) {
      assertEquals(tokenizer.encode(text), tokenizer.encode(text, cancellation));
    }
  }

  @Test
  void aCancelledTextIsNotEncoded() throws Exception {
    cancellation.cancel();
    try (var tokenizer = TokenizerFiles.bundled()) {
      assertThrows(CancelledException.class, () -> tokenizer.encode("a", cancellation));
      assertThrows(
          CancelledException.class, () -> tokenizer.encode("a".repeat(100_000), cancellation));
    }
  }
}
