package kelvin.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kelvin.display.InformationUnit;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.Normalization;
import kelvin.prompt.Composition;
import kelvin.prompt.Trial;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.prompt.PromptViewModel;
import kelvin.ui.session.SessionBench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The labels on show follow the prompt, its labels and the model. Runs without the toolkit.
class LabelsFollowThePromptTest {

  @TempDir private Path folder = Path.of("");
  private SessionBench bench = new SessionBench(Path.of(""));

  @BeforeEach
  void openAWindow() {
    bench = SessionBench.withModel(folder);
  }

  private PromptViewModel prompt() {
    return bench.playground.prompt();
  }

  private LabelsViewModel labels() {
    return bench.playground.labels();
  }

  private ShownLabels shown() {
    return Objects.requireNonNull(labels().onShowProperty().get());
  }

  private Trial trial() {
    return prompt().composer().trialProperty().get();
  }

  private void compare(String... wanted) {
    bench.act(
        () ->
            prompt()
                .composer()
                .answers()
                .set(new Answers(List.of(wanted), Optional.of(wanted[0]), false)));
  }

  private static LabelScores scores(Trial trial) {
    return LabelAnswers.scores(trial);
  }

  @Test
  void labelsAreScoredAfterThePromptAsItIs() {
    compare("yes", "no");
    assertEquals(scores(trial()), shown().own());

    bench.type("Twice");
    assertEquals(scores(trial()), shown().own());
    bench.act(() -> prompt().compositionProperty().set(Composition.FEW_SHOT));
    bench.act(() -> prompt().fewShot().shotsProperty().set(1));

    assertEquals(scores(trial()), shown().own());
    assertEquals(List.of(" yes", " no"), shown().own().question().labels());
    assertFalse(labels().staleProperty().get());
  }

  @Test
  void labelsThatChangeRightAfterTheTextAreAskedAboutToo() {
    compare("yes", "no");

    bench.act(
        () -> {
          prompt().replaceText("Never");
          prompt()
              .composer()
              .answers()
              .set(new Answers(List.of("a", "b", "c"), Optional.empty(), false));
        });

    assertEquals(scores(trial()), shown().own());
    assertEquals(3, shown().own().labels().size());
  }

  @Test
  void joinedSpellingsAreScoredTogetherAndUndone() {
    compare("no");
    bench.act(() -> prompt().composer().answers().add("Yes | yes|YES"));

    assertEquals(List.of("no", "Yes|yes|YES"), trial().labels());
    assertEquals(scores(trial()), shown().own());
    var bar = shown().bars(labels().choice(Normalization.NONE)).get(1);
    assertEquals("Yes", bar.label());
    assertTrue(bar.spellings().contains("\nyes  "), bar.spellings());
    assertEquals(4, shown().tokens(InformationUnit.BITS).size());

    bench.act(bench.session::undo);
    assertEquals(List.of("no"), trial().labels());
    bench.act(bench.session::redo);
    assertEquals(List.of("no", "Yes|yes|YES"), trial().labels());
  }

  @Test
  void spellingsThatMakeNoSenseAreRefusedInWords() {
    compare("no");
    var answers = prompt().composer().answers();

    bench.act(() -> assertFalse(answers.add("Yes|no")));
    assertTrue(answers.problemProperty().get().contains("“no” already"));
    bench.act(() -> assertFalse(answers.add("Yes|")));
    assertTrue(answers.problemProperty().get().contains("A spelling of “Yes|” is empty"));
    assertEquals(List.of("no"), trial().labels());
  }

  @Test
  void everyNormalisationIsTheEnginesOwn() {
    bench.act(() -> prompt().compositionProperty().set(Composition.FEW_SHOT));
    bench.act(() -> prompt().fewShot().shotsProperty().set(1));
    compare("yes", "no");

    bench.act(() -> labels().comparingProperty().set(true));

    for (var each : Normalization.ALL) {
      var without =
          each.defaultContentFree().stream().map(x -> scores(trial().withInput(x))).toList();
      assertEquals(
          Optional.of(LabelChoice.of(scores(trial()), each, without)), labels().choice(each));
    }
  }

  @Test
  void inputsWithoutContentOfTheUsersTakeThePlaceOfTheUsualOnes() {
    bench.act(() -> prompt().compositionProperty().set(Composition.FEW_SHOT));
    bench.act(() -> prompt().fewShot().shotsProperty().set(1));
    compare("yes", "no");
    bench.act(() -> labels().normalizationProperty().set(Normalization.CONTEXTUAL));

    bench.act(() -> labels().contentFreeProperty().set(List.of("?", "N/A")));

    var without = List.of(scores(trial().withInput("?")), scores(trial().withInput("N/A")));
    assertEquals(
        Optional.of(LabelChoice.of(scores(trial()), Normalization.CONTEXTUAL, without)),
        labels().choice(Normalization.CONTEXTUAL));
    assertEquals("content-free inputs", bench.session.undoNameProperty().get());
  }

  @Test
  void labelsOfATextThatIsTooLongLeaveAndComeBack() {
    compare("yes", "no");

    bench.type("x".repeat(70));
    assertNull(labels().onShowProperty().get());
    // The check beside the text says so; see `LongPromptFxTest`.
    assertEquals("", labels().problemProperty().get());
    bench.type("short");

    assertEquals("", labels().problemProperty().get());
    assertEquals(scores(trial()), shown().own());
  }

  @Test
  void anotherModelIsAskedAnew() {
    compare("yes", "no");
    var before = shown();

    bench.act(() -> bench.openModel(new FakeLanguageModel(300)));

    assertEquals(before.trial(), shown().trial());
    assertNotSame(before, shown());
    assertFalse(labels().staleProperty().get());
  }

  @ParameterizedTest
  @CsvSource({"'', a", "a, a", "' ', a"})
  void labelsThatNobodyCouldTypeHereAreScoredOrRefusedInWords(String first, String second) {
    compare(first, second);

    var problem = labels().problemProperty().get();
    assertEquals(labels().onShowProperty().get() == null, !problem.isEmpty(), problem);
    assertFalse(problem.contains("Exception"), problem);
    assertFalse(labels().staleProperty().get());
    compare("yes", "no");
    assertEquals(scores(trial()), shown().own());
    assertEquals("", labels().problemProperty().get());
  }
}
