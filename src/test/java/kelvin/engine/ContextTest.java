package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken.Origin;
import kelvin.inference.InferenceException;
import kelvin.inference.StartToken;
import kelvin.text.Span;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

class ContextTest {

  private static final FakeTokenizer WITH_START = FakeTokenizer.withStartToken();

  @Test
  void consistsOfStartTokensPromptAndGeneratedTokens() {
    var context = Context.ofText(WITH_START, "ab", List.of((int) 'x'));

    assertArrayEquals(new int[] {0, 'a', 'b', 'x'}, context.toArray());
    assertEquals(1, context.startCount());
    assertEquals(3, context.generatedFrom());
    assertEquals(4, context.length());
  }

  @Test
  void theEmptyPromptIsTheStartTokenAlone() {
    var context = Context.ofText(WITH_START, "", List.of());

    assertArrayEquals(new int[] {0}, context.toArray());
  }

  @Test
  void theEmptyPromptWithoutStartTokenIsRefusedWithASentence() {
    var tokenizer = FakeTokenizer.withoutStartToken();

    var e = assertThrows(InferenceException.class, () -> Context.ofText(tokenizer, "", List.of()));

    assertTrue(String.valueOf(e.getMessage()).contains("Type at least one character"));
  }

  @Test
  void generatedTokensAreEnoughForAContext() {
    var context = Context.ofText(FakeTokenizer.withoutStartToken(), "", List.of(5));

    assertEquals(0, context.generatedFrom());
    assertEquals(1, context.length());
  }

  @Test
  void idsAreUsedUnchanged() {
    var context = Context.ofIds(List.of(3, 1, 4));

    assertArrayEquals(new int[] {3, 1, 4}, context.toArray());
    assertEquals(0, context.startCount());
  }

  @Test
  void noIdsAreRefused() {
    assertThrows(InferenceException.class, () -> Context.ofIds(List.of()));
  }

  @Test
  void describesTheOriginOfEachToken() {
    var context = Context.ofText(WITH_START, "a b", List.of((int) '\n'));

    var tokens = context.describe(WITH_START.vocabulary(), noScores(5));

    assertEquals(
        List.of(Origin.START, Origin.PROMPT, Origin.PROMPT, Origin.PROMPT, Origin.GENERATED),
        tokens.stream().map(ContextToken::origin).toList());
    assertEquals(
        List.of("<|endoftext|>", "a", "␣", "b", "⏎"),
        tokens.stream().map(ContextToken::visibleText).toList());
    assertEquals(
        List.of("<|endoftext|>", "a", " ", "b", "\n"),
        tokens.stream().map(ContextToken::text).toList());
    assertEquals(
        List.of(true, false, false, false, false),
        tokens.stream().map(ContextToken::special).toList());
    assertEquals(List.of(0, 1, 2, 3, 4), tokens.stream().map(ContextToken::position).toList());
  }

  @Test
  void onlyTokensOfThePromptCoverItsCharacters() {
    var context = Context.ofText(WITH_START, "é😀", List.of(5));

    var tokens = context.describe(WITH_START.vocabulary(), noScores(4));

    assertEquals(
        List.of(
            Optional.empty(),
            Optional.of(new Span(0, 1)),
            Optional.of(new Span(1, 3)),
            Optional.empty()),
        tokens.stream().map(ContextToken::span).toList());
  }

  @Test
  void aTokenWithoutScoreHasNoSurprisal() {
    var context = Context.ofIds(List.of(1, 2));
    var score = new TokenScore(-1.5, 2, 1);

    var tokens =
        context.describe(Vocabulary.ofIds(3), List.of(Optional.empty(), Optional.of(score)));

    assertEquals(OptionalDouble.empty(), tokens.get(0).surprisal());
    assertEquals(OptionalDouble.of(1.5), tokens.get(1).surprisal());
  }

  private static List<Optional<TokenScore>> noScores(int count) {
    return Collections.nCopies(count, Optional.empty());
  }

  @Test
  void theStartTokenMayBeLeftOut() {
    var context = Context.ofText(FakeTokenizer.withStartToken(), "ab", List.of(), StartToken.NEVER);

    assertEquals(List.of((int) 'a', (int) 'b'), context.ids());
    assertEquals(0, context.startCount());
  }

  @Test
  void aRequestedStartTokenIsTheOneOfTheTokenizer() {
    var context =
        Context.ofText(FakeTokenizer.withStartToken(), "ab", List.of(), StartToken.ALWAYS);

    assertEquals(List.of(FakeTokenizer.SPECIAL, (int) 'a', (int) 'b'), context.ids());
    assertEquals(1, context.startCount());
  }

  @Test
  void aStartTokenThatNoFileNamesIsRefused() {
    var tokenizer = FakeTokenizer.withoutStartToken();

    var refusal =
        assertThrows(
            InferenceException.class,
            () -> Context.ofText(tokenizer, "ab", List.of(), StartToken.ALWAYS));

    assertTrue(String.valueOf(refusal.getMessage()).contains("name no start token"));
  }
}
