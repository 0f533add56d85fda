package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  private static final int SPECIAL = 0;
  private static final int GIRL = 1;
  private static final int PART = 2;
  private static final int HOLE = 3;

  private final Vocabulary vocabulary = vocabulary();

  private static Vocabulary vocabulary() {
    var special = new BitSet();
    special.set(SPECIAL);
    byte[][] pieces = {
      "<|end of text|>".getBytes(StandardCharsets.UTF_8),
      " girl".getBytes(StandardCharsets.UTF_8),
      {(byte) 0xF0, (byte) 0x9F},
      {}
    };
    return new Vocabulary(pieces, special);
  }

  @Test
  void givesATokensTextAndBytes() {
    assertEquals(" girl", vocabulary.text(GIRL));
    assertEquals("␣girl", vocabulary.visibleText(GIRL));
    assertArrayEquals(" girl".getBytes(StandardCharsets.UTF_8), vocabulary.bytes(GIRL));
    assertEquals(4, vocabulary.size());
  }

  @Test
  void aSpecialTokenIsShownUnchanged() {
    assertTrue(vocabulary.isSpecial(SPECIAL));
    assertFalse(vocabulary.isSpecial(GIRL));
    assertEquals("<|end of text|>", vocabulary.visibleText(SPECIAL));
  }

  @Test
  void aPartOfACharacterShowsItsBytes() {
    assertEquals(Optional.empty(), vocabulary.wholeText(PART));
    assertEquals("⟨F0 9F⟩", vocabulary.text(PART));
    assertEquals("⟨F0 9F⟩", vocabulary.visibleText(PART));
  }

  @ParameterizedTest
  @ValueSource(ints = {HOLE, 4, 4096, -1})
  void anIdWithoutTokenIsPadding(int tokenId) {
    assertTrue(vocabulary.isPadding(tokenId));
    assertEquals("⟨padding " + tokenId + "⟩", vocabulary.text(tokenId));
    assertEquals("⟨padding " + tokenId + "⟩", vocabulary.visibleText(tokenId));
    assertArrayEquals(new byte[0], vocabulary.bytes(tokenId));
    assertEquals(Optional.empty(), vocabulary.wholeText(tokenId));
  }

  @Test
  void ofSeveralTokensWithTheSameBytesTheLowestIsFound() {
    byte[][] pieces = {{}, {'a'}, {'b'}, {'a'}, {'a', 'b'}};
    var words = new Vocabulary(pieces, new BitSet());

    assertEquals(OptionalInt.of(1), words.find("a"));
    assertEquals(OptionalInt.of(4), words.find("ab"));
    assertEquals(OptionalInt.empty(), words.find("c"));
    assertEquals(OptionalInt.empty(), words.find(""));
  }

  @Test
  void everyTokenOfALargeVocabularyIsFound() {
    var ids = Vocabulary.ofIds(50_000);

    for (int id = 0; id < ids.size(); id++) {
      assertEquals(OptionalInt.of(id), ids.find(Integer.toString(id)));
    }
  }

  @Test
  void vocabulariesAreTheSameByTheirTokens() {
    assertTrue(vocabulary.hasSameTokens(vocabulary()));
    assertFalse(vocabulary.hasSameTokens(Vocabulary.ofIds(4)));
  }

  @Test
  void aLongerVocabularySharesItsIdsWhereTheFirstTokensAreTheSame() {
    assertTrue(Vocabulary.ofIds(4).sharesIdsWith(Vocabulary.ofIds(7)));
    assertTrue(Vocabulary.ofIds(7).sharesIdsWith(Vocabulary.ofIds(4)));
    assertFalse(vocabulary.sharesIdsWith(Vocabulary.ofIds(4)));
  }

  @Test
  void itsBytesCannotBeChangedFromOutside() {
    vocabulary.bytes(GIRL)[0] = 'X';

    assertEquals(" girl", vocabulary.text(GIRL));
  }

  @Test
  void withoutATokenizerATokensTextIsItsId() {
    var ids = Vocabulary.ofIds(12);

    assertEquals("11", ids.text(11));
    assertEquals(12, ids.size());
    assertFalse(ids.isSpecial(0));
    assertTrue(ids.isPadding(12));
  }

  @Test
  void findsTheTokensThatBeginWithAText() {
    var vocabulary = Vocabulary.ofIds(120);

    assertEquals(List.of(11, 110, 111), vocabulary.startingWith("11", 3));
    assertEquals(List.of(), vocabulary.startingWith("x", 3));
    assertEquals(List.of(), vocabulary.startingWith("", 3));
  }
}
