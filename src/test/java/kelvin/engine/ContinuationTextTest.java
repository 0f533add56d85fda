package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import kelvin.text.Span;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

/// Generated tokens become text, and each knows its part. Otherwise a click into the text would
/// show the distribution of another token.
class ContinuationTextTest {

  /// 0 " girl", 1 and 2 the halves of "é", 3 the second half with "!", 4 empty, 5 "a".
  private final Vocabulary vocabulary =
      new Vocabulary(
          Stream.of(
                  " girl".getBytes(StandardCharsets.UTF_8),
                  new byte[] {(byte) 0xC3},
                  new byte[] {(byte) 0xA9},
                  new byte[] {(byte) 0xA9, '!'},
                  new byte[0],
                  new byte[] {'a'})
              .toArray(byte[][]::new),
          new BitSet());

  private ContinuationText of(Integer... ids) {
    return ContinuationText.of(vocabulary, List.of(ids));
  }

  @Test
  void nothingIsGeneratedYet() {
    assertEquals(ContinuationText.EMPTY, of());
  }

  @Test
  void wordsFollowEachOther() {
    assertEquals(new ContinuationText(" girla", List.of(new Span(0, 5), new Span(5, 6))), of(0, 5));
  }

  @Test
  void theHalvesOfACharacterShareIt() {
    assertEquals(new ContinuationText("é", List.of(new Span(0, 1), new Span(0, 1))), of(1, 2));
  }

  @Test
  void aTokenThatBeganACharacterHasThatCharacterOnly() {
    assertEquals(new ContinuationText("é!", List.of(new Span(0, 1), new Span(0, 2))), of(1, 3));
  }

  @Test
  void bytesThatAreNoCharacterYetStandAsAReplacement() {
    assertEquals(
        new ContinuationText("a\uFFFD", List.of(new Span(0, 1), new Span(1, 2))), of(5, 1));
  }

  @Test
  void bytesThatNeverBecomeACharacterDoNotTakeTheNextOne() {
    assertEquals(
        new ContinuationText("\uFFFDa", List.of(new Span(0, 1), new Span(0, 2))), of(1, 5));
  }

  @Test
  void aTokenThatTheTokenizerDoesNotHaveIsDescribed() {
    assertEquals(
        new ContinuationText(
            "\uFFFD⟨padding 4⟩a", List.of(new Span(0, 1), new Span(1, 12), new Span(12, 13))),
        of(1, 4, 5));
  }
}
