package kelvin.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposedPromptTest {

  private static final FewShotPrompt PROMPT =
      new FewShotPrompt(
          "",
          List.of(
              new Example("hot", "cold"),
              new Example("big", "small", false),
              new Example("up", "down"),
              new Example("in", "out")),
          2,
          Layout.QUESTIONS,
          "happy");

  @Test
  void theAnswerStandsBehindThePromptAsInTheExamples() {
    var whole = PROMPT.render() + PROMPT.continuation("sad");

    assertTrue(whole.endsWith("Q: happy\nA: sad"));
    assertEquals(" sad\n", PROMPT.closedContinuation("sad"));
  }

  @Test
  void aLayoutWithQuotesClosesItsAnswers() {
    var prompt = PROMPT.withLayout(Layout.of("\"{x}\" → \"{y}\"", "\n"));

    assertTrue(prompt.render().endsWith("\"happy\" → \""));
    assertEquals("sad", prompt.continuation("sad"));
    assertEquals("sad\"\n", prompt.closedContinuation("sad"));
  }

  @Test
  void aZeroShotTemplateTakesInputAndLabels() {
    var template = new ZeroShotTemplate(ZeroShotKind.CLASSIFICATION, "{x} Sentiment: [{labels}] →");

    var prompt = new ZeroShotPrompt(template, "Good {labels}.", List.of("yes", "no"));

    assertEquals("Good {labels}. Sentiment: [yes/no] →", prompt.render());
    assertEquals(" yes", prompt.continuation("yes"));
    assertEquals("Bad. Sentiment: [yes/no] →", prompt.withInput("Bad.").render());
  }

  @Test
  void aZeroShotTemplateCanSayWhereTheAnswerGoes() {
    var template = new ZeroShotTemplate(ZeroShotKind.CLOZE, "The opposite of {x} is {y}.");

    var prompt = new ZeroShotPrompt(template, "hot", List.of());

    assertEquals("The opposite of hot is", prompt.render());
    assertEquals(" cold", prompt.continuation("cold"));
    assertEquals(" cold.", prompt.closedContinuation("cold"));
  }

  @Test
  void aSpaceTypedAtTheEndOfATemplateStays() {
    var prompt =
        new ZeroShotPrompt(new ZeroShotTemplate(ZeroShotKind.OWN, "{x}: "), "a", List.of());

    assertEquals("a: ", prompt.render());
    assertEquals("b", prompt.continuation("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Answer:", "{y} of {x}", ""})
  void aZeroShotTemplateWithoutItsPlacesIsRefused(String text) {
    assertThrows(
        IllegalArgumentException.class, () -> new ZeroShotTemplate(ZeroShotKind.OWN, text));
  }

  @Test
  void everyKindOfZeroShotBeginsWithATemplate() {
    ZeroShotKind.ALL.forEach(kind -> assertTrue(kind.template().text().contains("{x}")));
  }

  @Test
  void freeTextIsTakenAsItIs() {
    var prompt = FreePrompt.filled("{x}, {x} and {y}", "a{x}");

    assertEquals("a{x}, a{x} and {y}", prompt.render());
    assertEquals("b", prompt.continuation("b"));
  }

  @Test
  void anArrangementKeepsTheOthersBehindIt() {
    var arranged = PROMPT.arranged(List.of(3, 0));

    assertEquals("Q: in\nA: out\nQ: hot\nA: cold\nQ: happy\nA:", arranged.render());
    assertEquals(4, arranged.examples().size());
    assertEquals(List.of(0, 2, 3), PROMPT.usedPlaces());
  }

  @Test
  void anExampleThatIsLeftOutIsNotReplaced() {
    assertEquals("Q: up\nA: down\nQ: happy\nA:", PROMPT.without(0).render());
  }

  @Test
  void aSeedDecidesTheOrder() {
    var numbers = IntStream.range(0, 20).boxed().toList();

    assertEquals(Shuffle.of(numbers, 7), Shuffle.of(numbers, 7));
    assertNotEquals(Shuffle.of(numbers, 7), Shuffle.of(numbers, 8));
    assertEquals(numbers, Shuffle.of(numbers, 7).stream().sorted().toList());
    assertEquals(PROMPT.shuffled(7), PROMPT.shuffled(7));
  }

  @Test
  void aRightAnswerThatIsNoLabelBecomesOne() {
    var trial = Trial.of(PROMPT, List.of("glad"), Optional.of("sad"), false);

    assertEquals(List.of("glad", "sad"), trial.labels());
    assertEquals(OptionalInt.of(1), trial.answerIndex());
    assertEquals(List.of(" glad", " sad"), trial.continuations());
    assertEquals(List.of(" glad\n", " sad\n"), trial.withClosed(true).continuations());
  }

  @Test
  void examplesAreMutedUntilThePromptFits() {
    var prompt = PROMPT.withShots(3);

    var first = Shortened.fit(prompt, DropRule.FIRST, p -> p.render().length(), 40).orElseThrow();
    var last = Shortened.fit(prompt, DropRule.LAST, p -> p.render().length(), 40).orElseThrow();
    var longest =
        Shortened.fit(prompt, DropRule.LONGEST, p -> p.render().length(), 40).orElseThrow();

    assertEquals(List.of(0), first.dropped());
    assertEquals(List.of(3), last.dropped());
    assertEquals(List.of(0), longest.dropped());
    assertEquals(first.prompt().render().length(), first.tokens());
    assertTrue(first.tokens() <= 40);
    assertEquals("Q: up\nA: down\nQ: in\nA: out\nQ: happy\nA:", first.prompt().render());
  }

  @Test
  void aPromptThatFitsLosesNothing() {
    var whole = Shortened.fit(PROMPT, DropRule.FIRST, _ -> 5, 5).orElseThrow();

    assertEquals(PROMPT, whole.prompt());
    assertEquals(List.of(), whole.dropped());
  }

  @Test
  void aQuestionThatDoesNotFitAloneCannotBeShortened() {
    assertTrue(Shortened.fit(PROMPT, DropRule.FIRST, _ -> 9, 5).isEmpty());
  }
}
