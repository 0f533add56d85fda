package kelvin.ui.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.display.InformationUnit;
import kelvin.display.Shading;
import kelvin.distribution.TokenScore;
import kelvin.engine.ContextToken;
import kelvin.engine.ContextToken.Origin;
import kelvin.engine.ContinuationText;
import kelvin.text.Span;
import kelvin.ui.text.ShadedToken;
import kelvin.ui.text.TokenNumbers;
import kelvin.ui.text.TokenShades;
import org.junit.jupiter.api.Test;

/// If these tests fail, each step behind a long text makes all its tokens anew, or a token stands
/// at the place of another text.
class JoinedTokensTest {

  private final JoinedTokens joined = new JoinedTokens();
  private final List<ShownContinuation.Word> words =
      IntStream.range(0, 3)
          .mapToObj(
              i ->
                  new ShownContinuation.Word(
                      2 + i, new TokenNumbers(1, 1, 1), unit -> "token " + i + " in " + unit))
          .toList();

  @Test
  void aStepMakesOneToken() {
    joined.setContext(prompt("Once"));
    var before = shade(2, 4);
    joined.setContext(prompt("Once"));

    var after = shade(3, 4);

    assertEquals(4, after.size());
    for (int i = 0; i < before.size(); i++) {
      assertSame(before.get(i), after.get(i));
    }
    assertEquals(new Span(8, 10), after.getLast().span());
  }

  @Test
  void behindALongerPromptEachTokenStandsLater() {
    joined.setContext(prompt("Once"));
    shade(2, 4);
    joined.setContext(prompt("Once upon"));

    assertEquals(
        List.of(new Span(0, 9), new Span(9, 11), new Span(11, 13)),
        shade(2, 9).stream().map(ShadedToken::span).toList());
  }

  @Test
  void anotherUnitChangesTheDescriptions() {
    joined.setContext(prompt("Once"));
    var bits = shade(1, 4).getLast();

    var nats =
        joined
            .shade(
                joined.followedBy(continuation(1), 4),
                Shading.SURPRISAL,
                InformationUnit.NATS,
                TokenShades.NONE)
            .getLast();

    assertNotSame(bits, nats);
    assertEquals("token 0 in NATS", nats.label().get());
  }

  private List<ShadedToken> shade(int count, int promptLength) {
    return joined.shade(
        joined.followedBy(continuation(count), promptLength),
        Shading.SURPRISAL,
        InformationUnit.BITS,
        TokenShades.NONE);
  }

  /// The first tokens of the continuation, two characters each.
  private ShownContinuation continuation(int count) {
    var spans = IntStream.range(0, count).mapToObj(i -> new Span(2 * i, 2 * i + 2)).toList();
    return new ShownContinuation(
        new ContinuationText("ab".repeat(count), spans), words.subList(0, count));
  }

  private static List<ContextToken> prompt(String text) {
    return List.of(
        new ContextToken(0, 0, "", "", true, Origin.START, Optional.empty(), Optional.empty()),
        new ContextToken(
            1,
            5,
            text,
            text,
            false,
            Origin.PROMPT,
            Optional.of(new Span(0, text.length())),
            Optional.of(new TokenScore(-1, 2, 1))));
  }
}
