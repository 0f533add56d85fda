package kelvin.ui.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.FakeTokenizer;
import kelvin.engine.answer.AnswerLimits;
import kelvin.engine.answer.AnswerQuestion;
import kelvin.engine.answer.AnswerSearch;
import kelvin.engine.answer.Answers;
import kelvin.engine.answer.StopText;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.ui.compose.AnswersViewModel;
import kelvin.ui.control.Numbers;
import kelvin.ui.plot.bars.AnswerBar;
import kelvin.ui.session.SessionBench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answers on show follow the prompt, the position and the model. If these fail, a user reads
/// answers to a question that was not asked. Runs without the toolkit.
class AnswersFollowThePromptTest {

  private static final StopText STOP = new StopText("e");
  private static final int BUDGET = 60;

  @TempDir private Path folder = Path.of("");
  private SessionBench bench = new SessionBench(Path.of(""));

  @BeforeEach
  void openAWindow() {
    bench = SessionBench.withModel(folder);
    bench.act(
        () -> {
          answers().stopTextProperty().set(STOP);
          answers().budgetProperty().set(BUDGET);
        });
  }

  private WholeAnswersViewModel answers() {
    return bench.playground.distribution().answers();
  }

  private ShownAnswers shown() {
    return Objects.requireNonNull(answers().onShowProperty().get());
  }

  private void showAnswers() {
    bench.act(() -> answers().shownProperty().set(true));
  }

  private static Answers after(String text, StopText stop) {
    var context = new ArrayList<>(List.of(FakeTokenizer.SPECIAL));
    text.chars().forEach(context::add);
    var limits = new AnswerLimits(0.95, BUDGET, AnswerLimits.DEFAULT_TOKENS);
    var loaded = new LoadedModel(new FakeLanguageModel(), FakeTokenizer.withStartToken());
    return AnswerSearch.run(loaded, new AnswerQuestion(context, stop, limits), new Cancellation());
  }

  @Test
  void answersAreThoseAfterThePromptAsItIs() {
    showAnswers();
    assertEquals(after("Once", STOP).complete(), shown().answers().complete());

    bench.type("Twice");

    assertEquals(after("Twice", STOP).complete(), shown().answers().complete());
    assertFalse(answers().staleProperty().get());
    assertNotEquals(after("Once", STOP).covered(), shown().answers().covered());
  }

  @Test
  void nothingIsSearchedWhileTheNextTokenIsShown() {
    bench.type("Twice");

    assertNull(answers().onShowProperty().get());
  }

  @Test
  void theBeginningOfAnAnswerThatWasTakenIsPartOfTheContext() {
    showAnswers();

    bench.act(() -> bench.playground.distribution().force(1));

    var id = bench.playground.generation().steps().getFirst().tokenId();
    assertEquals(
        after("Once" + Character.toString(id), STOP).covered(), shown().answers().covered());
  }

  @Test
  void aNewStopTextOrBudgetSearchesAgain() {
    showAnswers();

    bench.act(() -> answers().stopTextProperty().set(new StopText("a")));
    assertEquals(after("Once", new StopText("a")).complete(), shown().answers().complete());
    bench.act(() -> answers().budgetProperty().set(3));

    assertEquals(3, shown().answers().runs());
  }

  @Test
  void aChangeCancelsTheSearchAndLeavesTheOldAnswersAsStale() {
    showAnswers();
    var before = shown();

    bench.playground.prompt().textProperty().set("Twice");

    assertTrue(answers().staleProperty().get());
    assertEquals(before, shown());
  }

  @Test
  void labelsAreMarkedAmongTheAnswers() {
    showAnswers();
    var first = shown().answers().complete().getFirst().text();
    var second = shown().answers().complete().get(1).text();

    bench.act(
        () ->
            bench
                .playground
                .prompt()
                .composer()
                .answers()
                .set(
                    new AnswersViewModel.Answers(
                        List.of(first, second), Optional.of(second), false)));

    var bars = shown().bars(Map.of());
    var kinds = bars.stream().map(AnswerBar::kind).distinct().toList();
    assertTrue(kinds.contains(AnswerBar.Kind.LABEL), kinds.toString());
    assertEquals(1, bars.stream().filter(bar -> bar.kind() == AnswerBar.Kind.RIGHT).count());
  }

  @Test
  void pinnedAnswersStandBehindTheNewOnes() {
    showAnswers();
    var before = shown().byText();
    bench.act(() -> bench.playground.distribution().pin());

    bench.type("Twice");

    var texts = shown().answers().answers();
    var bars = shown().bars(answers().pinnedProperty().get());
    for (int i = 0; i < bars.size(); i++) {
      if (texts.get(i).complete()) {
        assertEquals(before.getOrDefault(texts.get(i).text(), 0.0), bars.get(i).pinned());
      }
    }
    bench.act(() -> bench.playground.distribution().pinned().unpin());
    assertEquals(Map.of(), answers().pinnedProperty().get());
  }

  @Test
  void anotherModelHasItsOwnAnswers() {
    showAnswers();
    var other = new FakeLanguageModel();
    other.alwaysPredict('e');

    bench.openModel(other);

    assertEquals("", shown().answers().complete().getFirst().text());
    assertTrue(shown().answers().covered() > 0.99);
  }

  @Test
  void aPromptThatCannotBeRunHasNoAnswers() {
    showAnswers();

    bench.type("a".repeat(FakeLanguageModel.CONTEXT_LENGTH + 1));

    assertNull(answers().onShowProperty().get());
    bench.type("Once");
    assertEquals(after("Once", STOP).complete(), shown().answers().complete());
  }

  @Test
  void rowsDoNotFlickerWhereNoAnswerEnds() {
    var runs = new ArrayList<Integer>();
    bench.act(() -> answers().stopTextProperty().set(new StopText("zzz")));
    answers()
        .onShowProperty()
        .subscribe(
            (_, now) -> {
              if (now != null) {
                runs.add(now.answers().runs());
              }
            });

    showAnswers();

    assertEquals(BUDGET, runs.getLast());
    assertTrue(runs.size() <= 20, runs.toString());
  }

  @Test
  void whatIsNotExpandedIsSaid() {
    showAnswers();

    assertEquals("60 answers hold 1.6 %; 98.4 % not expanded", shown().sentence());
    assertEquals("1.57", Numbers.percent(shown().covered()));
  }
}
