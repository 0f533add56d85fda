package kelvin.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContinuationText;
import kelvin.engine.FakeTokenizer;
import kelvin.text.Span;
import kelvin.ui.text.RankClass;
import kelvin.ui.text.TokenNumbers;
import org.junit.jupiter.api.Test;

/// Tests the numbers below the prompt against the engine's scores.
class TextNumbersViewModelTest {

  private final PromptViewModel prompt =
      new PromptViewModel(Runnable::run, Runnable::run, Runnable::run);
  private final TextNumbersViewModel numbers = prompt.numbers();

  @Test
  void withoutACaretOrSelectionTheWholeTextIsScored() {
    var context = show("abc", "de");

    assertScore(context, 1, 6);
    assertEquals("whole text · 6 tokens, 2 generated", numbers.scopeProperty().get());
  }

  @Test
  void theFirstTokenIsScoredAfterTheStartToken() {
    var context = show("a", "");

    var expected = TokenScore.of(context.model.logitsAfter(FakeTokenizer.SPECIAL), 'a');
    assertEquals(1, numbers.scoreProperty().get().count());
    assertEquals(
        expected.logProbability(), numbers.scoreProperty().get().totalLogProbability(), 1e-12);
  }

  @Test
  void atATokenTheNumbersRunUpToIt() {
    var context = show("abc", "de");

    prompt.frame(OptionalInt.of(2));

    assertScore(context, 1, 3);
    assertEquals("up to “b” · 3 of 6 tokens", numbers.scopeProperty().get());
    assertTrue(numbers.tokenProperty().get().startsWith("b\nid 98 · position 2\nmodel (τ = 1) "));
  }

  @Test
  void atAGeneratedTokenTheyRunOnBehindThePrompt() {
    var context = show("abc", "de");

    prompt.frame(OptionalInt.of(4));

    assertScore(context, 1, 5);
  }

  @Test
  void aSelectionOfWholeTokensIsSpelledOut() {
    var context = show("abcdef", "");

    prompt.select(new Span(1, 4));

    assertScore(context, 2, 5);
    assertEquals("selection · 3 tokens", numbers.scopeProperty().get());
    assertEquals(
        "p(b c d | <|endoftext|> a)", numbers.chainRuleProperty().get().orElseThrow().joint());
  }

  @Test
  void aSelectionThatCutsATokenCountsItWholeAndSaysSo() {
    var context = show("ab😀cd", "");

    prompt.select(new Span(1, 3));

    assertScore(context, 2, 4);
    assertEquals(
        "selection · 2 tokens · a token that it cuts counts whole", numbers.scopeProperty().get());
  }

  @Test
  void aCaretInsideATokenSelectsNothing() {
    show("ab😀cd", "");

    prompt.select(new Span(3, 3));
    show("ab😀cd", "");

    assertFalse(numbers.chainRuleProperty().get().isPresent());
    assertEquals("whole text · 6 tokens", numbers.scopeProperty().get());
  }

  @Test
  void aSelectionInTheContinuationIsSpelledOut() {
    var context = show("abc", "defg");
    follow("abc", "defg");

    prompt.select(new Span(4, 6));

    assertScore(context, 5, 7);
    assertEquals("p(e f | … b c d)", numbers.chainRuleProperty().get().orElseThrow().joint());
  }

  @Test
  void aSelectionMayReachFromThePromptIntoTheContinuation() {
    var context = show("abc", "defg");
    follow("abc", "defg");

    prompt.select(new Span(2, 4));

    assertScore(context, 3, 5);
  }

  @Test
  void aCaretInTheContinuationStandsAtItsToken() {
    show("abc", "defg");
    follow("abc", "defg");

    assertEquals(OptionalInt.of(4), prompt.positionAt(3));
    assertEquals(OptionalInt.of(6), prompt.positionAt(5));
    assertEquals(OptionalInt.empty(), prompt.positionAt(7));
  }

  /// Shows generated tokens of one character behind a prompt of such tokens and a start token.
  private void follow(String before, String text) {
    prompt.textProperty().set(before);
    int position = before.length() + 1;
    var words = new ArrayList<ShownContinuation.Word>();
    var spans = new ArrayList<Span>();
    for (int i = 0; i < text.length(); i++) {
      words.add(new ShownContinuation.Word(position + i, new TokenNumbers(1, 1, 1), _ -> ""));
      spans.add(new Span(i, i + 1));
    }
    prompt.follow(new ShownContinuation(new ContinuationText(text, spans), words));
  }

  @Test
  void whatIsNoLongerSelectedIsNoLongerSpelledOut() {
    var context = show("abc", "");
    prompt.select(new Span(0, 2));

    prompt.select(new Span(2, 2));

    assertFalse(numbers.chainRuleProperty().get().isPresent());
    assertScore(context, 1, 4);
  }

  @Test
  void aSelectionStaysWithTheNextAnswer() {
    show("abcd", "");
    prompt.select(new Span(1, 3));

    var longer = show("abcd", "e");

    assertScore(longer, 2, 4);
  }

  @Test
  void theFirstTokenOfAllIsLeftOutAndSaidToBe() {
    prompt.show(ScoredContext.withoutStartToken("abc").tokens);

    prompt.select(new Span(0, 2));

    assertEquals(1, numbers.scoreProperty().get().count());
    assertTrue(numbers.scopeProperty().get().contains("nothing stands before the first"));
  }

  @Test
  void everyScoredTokenIsInOneClassOfRanks() {
    var context = show("abcdef", "gh");

    var counts = numbers.rankCountsProperty().get();

    assertEquals(8, counts.values().stream().mapToInt(Integer::intValue).sum());
    long top =
        context.tokens.stream()
            .flatMap(token -> token.score().stream())
            .filter(score -> score.rank() <= 10)
            .count();
    assertEquals(Math.toIntExact(top), counts.get(RankClass.TOP_10));
  }

  @Test
  void withoutAnAnswerThereAreNoNumbers() {
    show("abc", "");

    prompt.showProblem("too long");

    assertEquals(0, numbers.scoreProperty().get().count());
    assertEquals("", numbers.scopeProperty().get());
  }

  private ScoredContext show(String text, String generated) {
    var context = ScoredContext.of(text, generated);
    prompt.show(context.tokens);
    return context;
  }

  /// Expects the numbers of the positions from one up to another.
  private void assertScore(ScoredContext context, int from, int to) {
    var score = numbers.scoreProperty().get();
    double sum = IntStream.range(from, to).mapToDouble(context::logProbability).sum();
    assertEquals(to - from, score.count());
    assertEquals(sum, score.totalLogProbability(), 1e-12);
    assertEquals(-sum / (to - from), score.loss(), 1e-12);
    assertEquals(1, score.perplexity() / Math.exp(-sum / (to - from)), 1e-12);
  }
}
