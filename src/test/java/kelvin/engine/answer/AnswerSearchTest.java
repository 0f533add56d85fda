package kelvin.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import kelvin.engine.FakeInferenceThread;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.PredictionEngine;
import kelvin.engine.PredictionRequest;
import kelvin.engine.path.SearchEnd;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.ContextOverflowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, the list of answers shows wrong probabilities, or hides that some of the
/// probability is not accounted for.
final class AnswerSearchTest {

  private static final AnswerLimits ALL_OF_FIVE = new AnswerLimits(1, 100_000, 5);

  private final ToyAnswers toy = new ToyAnswers("a", "b", "ab", "\n", "a\nb");
  private final Heard heard = new Heard();

  private static final class Heard implements AnswerListener {

    private final List<Answers> states = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    @Override
    public void found(Answers soFar) {
      states.add(soFar);
    }

    @Override
    public void failed(String reason) {
      failures.add(reason);
    }
  }

  private static AnswerQuestion question(String stop, AnswerLimits limits) {
    return new AnswerQuestion(ToyAnswers.CONTEXT, new StopText(stop), limits);
  }

  private static Answers run(ToyAnswers toy, String stop, AnswerLimits limits) {
    return AnswerSearch.run(toy.loaded(), question(stop, limits), new Cancellation());
  }

  private static double sum(List<Answer> answers) {
    return answers.stream().mapToDouble(Answer::probability).sum();
  }

  private static Answer bestIncomplete(Answers state) {
    return state.answers().stream().filter(each -> !each.complete()).findFirst().orElseThrow();
  }

  private static void assertAllFound(ToyAnswers toy, String stop, int tokens) {
    var expected = toy.allAnswers(stop, tokens);
    var found = run(toy, stop, new AnswerLimits(1, 1_000_000, tokens));

    var byText = new TreeMap<String, Double>();
    found.complete().forEach(answer -> byText.put(answer.text(), answer.probability()));
    assertTrue(expected.keySet().containsAll(byText.keySet()), byText.keySet().toString());
    // Answers below the floor may be left out; their probability is then unexplored.
    expected.forEach((text, p) -> assertEquals(p, byText.getOrDefault(text, 0.0), 1e-10, text));
    assertEquals(expected.values().stream().mapToDouble(p -> p).sum(), found.covered(), 1e-9);
    assertEquals(1 - found.covered(), found.unexplored(), 1e-12);
    assertEquals(byText.size(), found.count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "b", "ab", "aab", "aba", "bb", "a\n", "\na", "zz"})
  void everyAnswerHasTheProbabilityThatCountingAllPathsGives(String stop) {
    assertAllFound(toy, stop, 5);
  }

  @Test
  void charactersCutByTokensAreWholeAgainInTheAnswer() {
    var bytes = new ToyAnswers("C3", "A9", "é", "\n", "A");

    assertAllFound(bytes, "\n", 5);
    assertAllFound(bytes, "é", 5);
    var texts = run(bytes, "\n", ALL_OF_FIVE).complete().stream().map(Answer::text).toList();
    assertTrue(texts.contains("éA"), texts.toString());
    assertTrue(texts.contains("A\uFFFD"), texts.toString());
  }

  @Test
  void theSameTextByTwoPathsIsOneAnswerWithTheIdsOfTheMoreProbablePath() {
    var found = run(toy, "\n", ALL_OF_FIVE).complete();

    var texts = found.stream().map(Answer::text).toList();
    assertEquals(texts.size(), texts.stream().distinct().count());
    var answer = found.stream().filter(each -> each.text().equals("ab")).findFirst().orElseThrow();
    // "ab" ends by a line end or by the end of the text, and is one token or two
    double best = 0;
    double sum = 0;
    var paths = List.of(List.of(1, 2, 4), List.of(1, 2, 0), List.of(3, 4), List.of(3, 0));
    for (var path : paths) {
      best = Math.max(best, toy.probability(path));
      sum += toy.probability(path);
    }
    assertEquals(sum, answer.probability(), 1e-12);
    assertTrue(paths.contains(answer.ids()), answer.ids().toString());
    assertEquals(best, toy.probability(answer.ids()), 1e-12);
  }

  @Test
  void atEveryMomentTheProbabilitiesAndTheUnexploredMassAreOne() {
    var search = new AnswerSearch(question("\n", new AnswerLimits(1, 300, 40)), 9999, heard);

    while (search.runSlice(toy.loaded(), new Cancellation())) {
      assertFalse(search.isCancelled());
    }

    assertEquals(300, heard.states.getLast().runs());
    assertEquals(300, heard.states.size());
    Answers before = null;
    for (var state : heard.states) {
      assertEquals(1, sum(state.complete()) + state.unexplored(), 1e-9);
      assertEquals(state.covered(), sum(state.complete()), 1e-9);
      double incomplete = sum(state.answers()) - sum(state.complete());
      assertTrue(incomplete <= state.unexplored() + 1e-12);
      assertTrue(before == null || state.covered() >= before.covered() - 1e-12);
      before = state;
    }
  }

  @Test
  void answersAreSortedByProbability() {
    var found = run(toy, "\n", new AnswerLimits(0.9, 200, 10)).answers();

    var sorted = new ArrayList<>(found.stream().map(Answer::probability).toList());
    sorted.sort(Collections.reverseOrder());
    assertEquals(sorted, found.stream().map(Answer::probability).toList());
  }

  @Test
  void theMostProbablePathIsExpandedNext() {
    var search = new AnswerSearch(question("zz", new AnswerLimits(1, 30, 20)), 10, heard);

    search.runSlice(toy.loaded(), new Cancellation());
    boolean more = true;
    while (more) {
      var best = bestIncomplete(heard.states.getLast());
      more = search.runSlice(toy.loaded(), new Cancellation());
      var left = heard.states.getLast().answers().stream().map(Answer::ids);
      assertTrue(left.noneMatch(best.ids()::equals), best + " is still there");
    }

    assertEquals(Optional.of(SearchEnd.BUDGET), heard.states.getLast().end());
  }

  @Test
  void beginningsOfLittleWeightAreNotListed() {
    var found = run(toy, "\n", new AnswerLimits(1, 100, 20));

    var beginnings = found.answers().stream().filter(answer -> !answer.complete()).toList();
    assertFalse(beginnings.isEmpty());
    assertTrue(beginnings.size() <= 20, beginnings.size() + " beginnings");
    assertTrue(
        beginnings.stream().allMatch(answer -> answer.probability() >= found.unexplored() / 1000));
  }

  @Test
  void aSmallBudgetFindsWhatALargeOneFindsInItsFirstRuns() {
    var search = new AnswerSearch(question("\n", new AnswerLimits(1, 500, 40)), 9999, heard);
    while (search.runSlice(toy.loaded(), new Cancellation())) {
      assertFalse(search.isCancelled());
    }

    for (int budget : List.of(1, 7, 40)) {
      var small = run(toy, "\n", new AnswerLimits(1, budget, 40));
      var large = heard.states.get(budget - 1);
      assertEquals(large.complete(), small.complete());
      assertEquals(large.unexplored(), small.unexplored(), 1e-12);
    }
  }

  @Test
  void theSearchStopsWhenTheAnswersHoldTheMass() {
    var found = run(toy, "\n", new AnswerLimits(0.6, 1000, 40));

    assertEquals(Optional.of(SearchEnd.MASS), found.end());
    assertTrue(found.covered() >= 0.6, found.covered() + " covered");
  }

  @Test
  void aBudgetOfNoRunsFindsNothingAndSaysSo() {
    var found = run(toy, "\n", new AnswerLimits(0.9, 0, 5));

    assertEquals(Optional.of(SearchEnd.BUDGET), found.end());
    assertEquals(0, toy.model().runs());
    assertEquals(List.of(), found.complete());
    assertEquals(1, found.unexplored());
  }

  @Test
  void anAnswerHasAtMostTheTokensThatWereAskedFor() {
    var found = run(toy, "\n", new AnswerLimits(1, 100_000, 3));

    assertEquals(Optional.of(SearchEnd.TOKENS), found.end());
    assertTrue(found.answers().stream().allMatch(answer -> answer.ids().size() <= 3));
    assertTrue(found.answers().stream().anyMatch(answer -> !answer.complete()));
  }

  @Test
  void theEndOfTheContextEndsTheSearch() {
    var ids = Collections.nCopies(FakeLanguageModel.CONTEXT_LENGTH - 1, 1);
    var full = new AnswerQuestion(ids, new StopText("zz"), new AnswerLimits(1, 1000, 40));

    var found = AnswerSearch.run(toy.loaded(), full, new Cancellation());

    assertEquals(Optional.of(SearchEnd.CONTEXT_FULL), found.end());
    // the context itself, then each of five tokens in its last place
    assertEquals(6, found.runs());
    assertEquals(1, found.covered() + found.unexplored(), 1e-12);
  }

  @Test
  void aContextThatIsTooLongIsRefusedWithBothNumbers() {
    var ids = Collections.nCopies(FakeLanguageModel.CONTEXT_LENGTH + 1, 1);
    var question = new AnswerQuestion(ids, StopText.LINE_END, AnswerLimits.DEFAULT);

    assertThrows(
        ContextOverflowException.class,
        () -> AnswerSearch.run(toy.loaded(), question, new Cancellation()));
  }

  @Test
  void anEmptyStopTextIsRefused() {
    var refused = assertThrows(IllegalArgumentException.class, () -> StopText.read(""));

    assertTrue(String.valueOf(refused.getMessage()).contains("\\n is a line end"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\\n", "a\tb", "\\", "END\n\n", "\\\\n"})
  void aStopTextIsReadAsItIsWritten(String text) {
    assertEquals(new StopText(text), StopText.read(new StopText(text).typed()));
    assertEquals("\n", StopText.read("\\n").text());
    assertEquals("\\n", StopText.read("\\\\n").text());
  }

  @Test
  void aSearchCancelledBetweenAnyTwoRunsKeepsItsSums() {
    for (int stopAt = 0; stopAt < 12; stopAt++) {
      var cancellation = new Cancellation();
      int last = stopAt;
      int before = toy.model().runs();
      toy.model()
          .beforeRow(
              _ -> {
                if (toy.model().runs() - before > last) {
                  cancellation.cancel();
                }
              });

      var found =
          AnswerSearch.run(
              toy.loaded(), question("\n", new AnswerLimits(1, 1000, 40)), cancellation);

      assertEquals(Optional.of(SearchEnd.CANCELLED), found.end());
      assertEquals(stopAt, found.runs());
      assertEquals(1, sum(found.complete()) + found.unexplored(), 1e-9);
    }
  }

  @Test
  void aCancelledSearchSaysNothingMore() {
    var search = new AnswerSearch(question("\n", ALL_OF_FIVE), 10, heard);
    search.runSlice(toy.loaded(), new Cancellation());

    search.cancel();

    assertThrows(CancelledException.class, () -> search.runSlice(toy.loaded(), new Cancellation()));
    assertEquals(1, heard.states.size());
  }

  @Test
  void aRunThatWasPausedIsDoneAgain() {
    var search = new AnswerSearch(question("\n", ALL_OF_FIVE), 10, heard);
    var pause = new Cancellation();
    pause.cancel();

    assertThrows(CancelledException.class, () -> search.runSlice(toy.loaded(), pause));
    search.runSlice(toy.loaded(), new Cancellation());

    assertEquals(1, heard.states.getFirst().runs());
  }

  @Test
  void mostRunsAreOfOneOrTwoTokens() {
    run(toy, "\n", new AnswerLimits(1, 200, 6));

    assertTrue(
        toy.model().positionsRun() < 4 * toy.model().runs(),
        toy.model().positionsRun() + " tokens in " + toy.model().runs() + " runs");
  }

  @Test
  void requestsComeFirstAndTheSearchGoesOn() {
    var thread = new FakeInferenceThread();
    var answered = new ArrayList<Object>();
    var engine = new PredictionEngine(thread, answered::add);
    engine.use(toy.loaded());
    engine.begin(new AnswerSearch(question("\n", new AnswerLimits(1, 5, 5)), 10, heard));

    engine.predict(new PredictionRequest("", List.of(1, 2), OptionalInt.empty()));
    thread.runAll();

    assertEquals(1, answered.size());
    assertEquals(5, heard.states.getLast().runs());
    assertEquals(List.of(), heard.failures);
  }
}
