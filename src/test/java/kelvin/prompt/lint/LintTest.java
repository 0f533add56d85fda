package kelvin.prompt.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kelvin.prompt.Example;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.FreePrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.ZeroShotKind;
import kelvin.prompt.ZeroShotPrompt;
import kelvin.prompt.ZeroShotTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {

  private static final List<Example> EXAMPLES =
      List.of(new Example("fine", "good"), new Example("poor", "bad"), new Example("nice", "good"));

  private static FewShotPrompt prompt(List<Example> examples, int shots, String question) {
    return new FewShotPrompt("", examples, shots, Layout.QUESTIONS, question);
  }

  private static Trial trial(FewShotPrompt prompt) {
    return Trial.of(prompt, List.of("good", "bad"), Optional.of("bad"), false);
  }

  private static Trial free(String text, String... labels) {
    return Trial.of(new FreePrompt(text), List.of(labels), Optional.of(labels[0]), false);
  }

  private static Finding only(LintRule rule, Trial trial, PromptFacts facts) {
    var findings = Lint.check(trial, facts);
    assertEquals(List.of(rule), findings.stream().map(Finding::rule).toList());
    return findings.getFirst();
  }

  private static Trial fixed(Finding finding) {
    return assertInstanceOf(Fix.ChangeTrial.class, finding.fix()).changed();
  }

  /// Expects that no finding remains after a finding's fix.
  private static Trial cured(LintRule rule, Trial trial) {
    var fixed = fixed(only(rule, trial, PromptFacts.NONE));
    assertEquals(List.of(), Lint.check(fixed, PromptFacts.NONE));
    return fixed;
  }

  @Test
  void aSoundPromptHasNoFinding() {
    assertEquals(List.of(), Lint.check(trial(prompt(EXAMPLES, 3, "odd")), PromptFacts.NONE));
  }

  @Test
  void aTrailingSpaceGoesToTheLabels() {
    var fixed = cured(LintRule.TRAILING_SPACE, free("Sentiment: ", "good", "bad"));

    assertEquals("Sentiment:", fixed.prompt().render());
    assertEquals(List.of(" good", " bad"), fixed.continuations());
    assertEquals(Optional.of(" good"), fixed.answer());
  }

  @ParameterizedTest
  @CsvSource({
    "'\t', a tab, Remove the tab",
    "'\u00a0', a no-break space, Remove the no-break space",
    "'  ', 2 spaces, Remove 2 spaces",
    "' \t', a space and a tab, Remove the space and a tab"
  })
  void whatStandsAtTheEndIsCalledByItsName(String end, String named, String fix) {
    var finding =
        only(LintRule.TRAILING_SPACE, free("Sentiment:" + end, " good"), PromptFacts.NONE);

    assertEquals(
        "The prompt ends in "
            + named
            + ". Most tokens start with a space of their own, so nothing of it should stay.",
        finding.sentence());
    assertEquals(fix, finding.fix().name());
    assertEquals("Sentiment:", fixed(finding).prompt().render());
  }

  @Test
  void aLineBreakAtTheEndIsNoSpace() {
    assertEquals(List.of(), Lint.check(free("Sentiment: \n", "good"), PromptFacts.NONE));
  }

  @Test
  void whiteSpaceOfExamplesIsCalledByItsName() {
    var tab = List.of(new Example("x\t", "good"), EXAMPLES.get(1));
    var hard = List.of(EXAMPLES.get(1), new Example("x", "\u00a0good"));
    var line = List.of(EXAMPLES.get(1), new Example("two\nlines", "good"));

    assertSays("Example 1 begins or ends in a tab, so", LintRule.INCONSISTENT_SPACES, tab);
    assertSays(
        "Example 2 begins or ends in a no-break space, so", LintRule.INCONSISTENT_SPACES, hard);
    assertSays(
        "Example 2 holds a line break, which separates the examples,",
        LintRule.SEPARATOR_INSIDE,
        line);
  }

  private static void assertSays(String words, LintRule rule, List<Example> examples) {
    var sentence = only(rule, trial(prompt(examples, 2, "odd")), PromptFacts.NONE).sentence();
    assertTrue(sentence.startsWith(words), sentence);
  }

  @Test
  void aTemplateThatEndsInASpaceLosesIt() {
    var template = new ZeroShotTemplate(ZeroShotKind.OWN, "{x} is ");
    var trial =
        Trial.of(
            new ZeroShotPrompt(template, "it", List.of()), List.of("so"), Optional.empty(), false);

    var fixed = cured(LintRule.TRAILING_SPACE, trial);

    assertEquals("it is", fixed.prompt().render());
    assertEquals(List.of(" so"), fixed.continuations());
  }

  @Test
  void labelsThatAreGluedToThePromptGetASpace() {
    var fixed = cured(LintRule.LABEL_BOUNDARY, free("Sentiment:", "good", "bad"));

    assertEquals(List.of(" good", " bad"), fixed.continuations());
  }

  @Test
  void aMergeAcrossTheBoundaryIsTold() {
    var facts = new PromptFacts(5, OptionalInt.empty(), false, List.of(1, 1), List.of(), false);

    var finding = only(LintRule.LABEL_BOUNDARY, trial(prompt(EXAMPLES, 2, "odd")), facts);

    assertFalse(finding.fix() instanceof Fix.ChangeTrial);
  }

  @Test
  void aLabelThatBeginsAnotherIsClosed() {
    var trial = Trial.of(prompt(EXAMPLES, 2, "odd"), List.of("1", "17"), Optional.of("17"), false);

    assertEquals(List.of(" 1\n", " 17\n"), cured(LintRule.LABEL_PREFIX, trial).continuations());
  }

  @Test
  void labelsOfDifferentLengthWantNormalisation() {
    var facts = new PromptFacts(5, OptionalInt.empty(), true, List.of(1, 3), List.of(), false);
    var normalized = new PromptFacts(5, OptionalInt.empty(), true, List.of(1, 3), List.of(), true);
    var trial = trial(prompt(EXAMPLES, 2, "odd"));

    var finding = only(LintRule.LABEL_LENGTHS, trial, facts);

    assertEquals(
        "tokens", assertInstanceOf(Fix.ChangeNormalization.class, finding.fix()).normalization());
    assertEquals(List.of(), Lint.check(trial, normalized));
  }

  @Test
  void aStartTokenThatTheTokenizerAddsIsTakenOut() {
    var facts = new PromptFacts(5, OptionalInt.empty(), true, List.of(), List.of("<s>"), false);

    var finding = only(LintRule.DOUBLE_START_TOKEN, free("<s>Once", " upon"), facts);

    assertEquals("Once", fixed(finding).prompt().render());
  }

  @Test
  void aNearlyFullContextShowsAnExampleLess() {
    var trial = trial(prompt(EXAMPLES, 3, "odd"));
    var nearly = new PromptFacts(95, OptionalInt.of(100), true, List.of(), List.of(), false);
    var over = new PromptFacts(120, OptionalInt.of(100), true, List.of(), List.of(), false);

    var finding = only(LintRule.CONTEXT_NEARLY_FULL, trial, nearly);

    assertEquals(
        "The prompt and its labels take 95 of the model's 100 tokens: little more fits.",
        finding.sentence());
    assertEquals(prompt(EXAMPLES, 2, "odd"), fixed(finding).prompt());
    assertEquals(
        "The prompt and its labels have 120 tokens, 20 more than the model's context of 100.",
        only(LintRule.CONTEXT_NEARLY_FULL, trial, over).sentence());
  }

  @Test
  void anExampleThatIsTheQuestionIsMuted() {
    var fixed = cured(LintRule.EXAMPLE_IS_QUESTION, trial(prompt(EXAMPLES, 3, "nice")));

    assertEquals("Q: fine\nA: good\nQ: poor\nA: bad\nQ: nice\nA:", fixed.prompt().render());
  }

  @Test
  void anExampleWithoutAnAnswerIsMuted() {
    var examples = List.of(EXAMPLES.get(0), new Example("x", " "), EXAMPLES.get(1));

    cured(LintRule.EMPTY_EXAMPLE, trial(prompt(examples, 3, "odd")));
  }

  @Test
  void aLineBreakInAnExampleWantsAnotherSeparator() {
    var examples = List.of(EXAMPLES.get(1), new Example("two\nlines", "good"));

    var fixed = cured(LintRule.SEPARATOR_INSIDE, trial(prompt(examples, 2, "odd")));

    assertEquals(
        "Q: poor\nA: bad\n\nQ: two\nlines\nA: good\n\nQ: odd\nA:", fixed.prompt().render());
  }

  @Test
  void whiteSpaceAroundAnExampleIsTakenOff() {
    var examples = List.of(EXAMPLES.get(1), new Example("fine ", " good"));

    cured(LintRule.INCONSISTENT_SPACES, trial(prompt(examples, 2, "odd")));
  }

  @Test
  void examplesOfOneLabelGetOneOfAnother() {
    var examples = List.of(EXAMPLES.get(0), EXAMPLES.get(2), EXAMPLES.get(1));

    var fixed = cured(LintRule.ONE_LABEL_ONLY, trial(prompt(examples, 2, "odd")));

    assertEquals("Q: fine\nA: good\nQ: poor\nA: bad\nQ: odd\nA:", fixed.prompt().render());
  }
}
