package kelvin.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

/// If these fail, a long text is encoded to its end although the work that needs it was cancelled,
/// and the window or Ctrl+C waits for it.
class CancellableTokenizerTest {

  private final Cancellation work = new Cancellation();
  private final Cancellation slice = new Cancellation();

  /// Does something while it encodes, and looks at its cancellation behind that.
  private record Interrupted(Runnable meanwhile) implements Tokenizer {

    @Override
    public List<EncodedToken> encode(String text) {
      throw new AssertionError("it could not be cancelled");
    }

    @Override
    public List<EncodedToken> encode(String text, Cancellation cancellation) {
      meanwhile.run();
      cancellation.throwIfCancelled();
      return List.of();
    }

    @Override
    public List<Integer> startTokens() {
      return List.of();
    }

    @Override
    public Vocabulary vocabulary() {
      throw new AssertionError("it only encodes");
    }

    @Override
    public void close() {}
  }

  private Tokenizer tokenizer(Runnable meanwhile) {
    return new CancellableTokenizer(new Interrupted(meanwhile), work);
  }

  @Test
  void aCancelOfTheWorkEndsATextThatIsBeingEncodedForASlice() {
    var tokenizer = tokenizer(work::cancel);

    assertThrows(CancelledException.class, () -> tokenizer.encode("a", slice));
    assertThrows(CancelledException.class, () -> tokenizer.encode("a"));
  }

  @Test
  void aPauseOfTheSliceEndsItsTextAndNotTheWork() {
    var tokenizer = tokenizer(slice::cancel);

    assertThrows(CancelledException.class, () -> tokenizer.encode("a", slice));

    assertFalse(work.isCancelled());
    assertEquals(List.of(), tokenizer.encode("a"));
  }

  @Test
  void aCancelBehindTheTextLeavesTheSliceAlone() {
    assertEquals(List.of(), tokenizer(() -> {}).encode("a", slice));

    work.cancel();

    assertFalse(slice.isCancelled());
    assertTrue(work.isCancelled());
  }
}
