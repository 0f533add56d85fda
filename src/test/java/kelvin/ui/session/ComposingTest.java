package kelvin.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.Normalization;
import kelvin.prompt.Composition;
import kelvin.prompt.DropRule;
import kelvin.prompt.Example;
import kelvin.prompt.Trial;
import kelvin.prompt.lint.LintRule;
import kelvin.ui.compose.AnswersViewModel.Answers;
import kelvin.ui.label.LabelAnswers;
import kelvin.ui.label.LabelsViewModel;
import kelvin.ui.label.ShownLabels;
import kelvin.ui.lint.LintViewModel;
import kelvin.ui.prompt.PromptViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Findings and effects of examples follow the current prompt, and sessions keep them. Runs without
/// the toolkit.
class ComposingTest {

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

  private LintViewModel lint() {
    return prompt().lint();
  }

  private ShownLabels shown() {
    return Objects.requireNonNull(labels().onShowProperty().get());
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

  private Trial trial() {
    return prompt().composer().trialProperty().get();
  }

  @Test
  void aFindingIsFixedWithTheEffectThatItNamedAndUndone() {
    compare("yes", "no");
    bench.type("Once ");
    var item = lint().items().getFirst();
    double before = shown().own().labels().getFirst().probability();

    bench.act(() -> lint().fix(item));

    assertEquals("Once", bench.text());
    assertEquals(List.of(" yes", " no"), trial().labels());
    double after = shown().own().labels().getFirst().probability();
    assertEquals("P(yes) 3×10⁻¹⁷ % → 5×10⁻²³ %", item.effect());
    assertEquals(3e-19, before, 0.5e-19);
    assertEquals(5e-25, after, 0.5e-25);
    assertEquals("remove the space", bench.session.undoNameProperty().get());
    bench.act(bench.session::undo);
    assertEquals("Once ", bench.text());
    assertEquals(List.of("yes", "no"), trial().labels());
  }

  @Test
  void aFixThatTheModelShowsToBeWrongIsNotAdvised() {
    compare("yes", "no");
    bench.type("Once");

    var item = lint().items().getFirst();

    assertEquals(LintRule.LABEL_BOUNDARY, item.finding().rule());
    assertEquals("P(yes) 2×10⁻¹³ % → 5×10⁻²³ %: better left as it is", item.effect());
    assertTrue(item.wrong());
    double before = shown().own().labels().getFirst().probability();
    bench.act(() -> lint().fix(item));
    assertTrue(shown().own().labels().getFirst().probability() < before);
  }

  @Test
  void aFixThatTheModelShowsToHelpIsAdvised() {
    compare("yes", "no");
    bench.type("a");

    var item = lint().items().getFirst();

    assertEquals(LintRule.LABEL_BOUNDARY, item.finding().rule());
    assertEquals("P(yes) 5×10⁻¹² % → 5×10⁻¹¹ %", item.effect());
    assertFalse(item.wrong());
    double before = shown().own().labels().getFirst().probability();
    bench.act(() -> lint().fix(item));
    assertTrue(shown().own().labels().getFirst().probability() > before);
  }

  @Test
  void aLabelThatIsThePrefixOfAnotherIsToldAndFixed() {
    bench.act(() -> prompt().compositionProperty().set(Composition.FEW_SHOT));
    compare("no", "not");
    var item =
        lint().items().stream()
            .filter(each -> each.finding().rule() == LintRule.LABEL_PREFIX)
            .findFirst()
            .orElseThrow();
    assertTrue(item.effect().startsWith("P(no) "), item.effect());

    bench.act(() -> lint().fix(item));

    assertEquals(List.of(" no\n", " not\n"), shown().own().question().labels());
    assertTrue(
        lint().items().stream().noneMatch(each -> each.finding().rule() == LintRule.LABEL_PREFIX));
  }

  @Test
  void aPromptThatOutgrowsTheContextIsShortenedOnlyAsTheUserChooses() {
    bench.act(() -> prompt().compositionProperty().set(Composition.FEW_SHOT));
    bench.act(
        () ->
            prompt()
                .fewShot()
                .addAll(List.of(new Example("a".repeat(20), "b"), new Example("c", "d"))));
    bench.act(() -> prompt().fewShot().shotsProperty().set(6));
    var whole = prompt().fewShot().promptProperty().get();
    assertEquals(6, whole.shown().size());
    assertTrue(lint().items().stream().anyMatch(item -> item.canDrop()), "a choice is offered");

    bench.act(() -> lint().drop(DropRule.ALL.getFirst()));

    var left = prompt().fewShot().promptProperty().get();
    assertEquals(6, left.examples().size());
    assertTrue(left.shown().size() < 6);
    assertTrue(lint().messageProperty().get().contains("muted"), lint().messageProperty().get());
    assertEquals("dropping examples", bench.session.undoNameProperty().get());
    bench.act(bench.session::undo);
    assertEquals(whole, prompt().fewShot().promptProperty().get());
  }

  @Test
  void whatEachExampleDoesFollowsThePrompt() {
    bench.act(() -> prompt().compositionProperty().set(Composition.FEW_SHOT));
    compare("yes");
    bench.act(() -> prompt().fewShot().rows().getFirst().usedProperty().set(false));
    var base = prompt().fewShot().promptProperty().get();

    var effects = prompt().effects().effectsProperty().get();

    double all = scores(trial()).labels().getFirst().logProbability();
    double without =
        scores(trial().withPrompt(base.without(1))).labels().getFirst().logProbability();
    assertEquals("yes", effects.answer());
    assertEquals(java.util.Set.of(1, 2), effects.changes().keySet());
    assertEquals(all - without, effects.of(1, base.examples().get(1)).orElseThrow(), 1e-9);
    assertTrue(effects.of(1, base.examples().get(2)).isEmpty(), "another example stands there");
    bench.act(() -> prompt().fewShot().shotsProperty().set(0));
    assertTrue(prompt().effects().effectsProperty().get().changes().isEmpty());
  }

  @Test
  void damagedSessionsChangeNothingInTheOpenWork() throws Exception {
    bench.act(() -> prompt().compositionProperty().set(Composition.FEW_SHOT));
    compare("yes", "no");
    var file = folder.resolve("composed.kelvin");
    bench.questions.choose(file);
    bench.act(bench.session::saveAs);
    var whole = Files.readAllBytes(file);
    var state = new SessionState(bench.playground);
    var random = new Random(13);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      int length = round % 3 == 0 ? random.nextInt(whole.length) : whole.length;
      var bytes = Arrays.copyOf(whole, length);
      for (int change = 0; length > 0 && change < 1 + round % 4; change++) {
        bytes[random.nextInt(length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bytes);
      var before = state.work();

      bench.act(() -> bench.session.openFile(file));

      // A damaged session that opens may still report another model, if the model's name was
      // damaged.
      if (bench.notice().contains(file.getFileName().toString())) {
        refused++;
        assertEquals(before, state.work(), bench.notice());
      }
      if (!bench.notice().isEmpty()) {
        bench.dismissNotice();
      }
    }
    assertTrue(refused > 150, refused + " refused");
  }

  @Test
  void whatWasComposedIsInTheSession() {
    bench.act(() -> prompt().compositionProperty().set(Composition.ZERO_SHOT));
    compare("yes", "no");
    bench.act(() -> labels().normalizationProperty().set(Normalization.PMI));
    var file = folder.resolve("composed.kelvin");
    bench.questions.choose(file);
    var work = new SessionState(bench.playground).work();
    bench.act(bench.session::saveAs);

    var second = SessionBench.withModel(folder);
    second.act(() -> second.session.openFile(file));

    assertEquals(work, new SessionState(second.playground).work());
    assertEquals(trial(), second.playground.prompt().composer().trialProperty().get());
    assertEquals(
        shown().own(),
        Objects.requireNonNull(second.playground.labels().onShowProperty().get()).own());
  }
}
