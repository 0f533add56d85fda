package kelvin.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.FakeLanguageModel;
import kelvin.engine.answer.AnswerScoring.Scored;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.Test;

/// If these fail, an answer that was found after one prompt shows a wrong probability after another
/// one.
final class AnswerScoringTest {

  private static final AnswerLimits ALL_OF_THREE = new AnswerLimits(1, 100_000, 3);

  private final List<Scored> heard = new ArrayList<>();

  private static AnswerQuestion question(List<Integer> context) {
    return new AnswerQuestion(context, new StopText("\n"), ALL_OF_THREE);
  }

  private static List<Answer> answers(ToyAnswers toy) {
    return AnswerSearch.run(toy.loaded(), question(ToyAnswers.CONTEXT), new Cancellation())
        .complete();
  }

  private void run(ToyAnswers toy, List<Integer> context, List<Answer> answers) {
    var scoring = new AnswerScoring(question(context), answers, heard::add);
    while (scoring.runSlice(toy.loaded(), new Cancellation())) {
      assertFalse(scoring.isCancelled());
    }
  }

  @Test
  void whereEachTextHasOnePathTheScoreIsTheProbability() {
    var toy = new ToyAnswers("a", "b", "\n", "\n\n");
    var answers = answers(toy);

    run(toy, ToyAnswers.CONTEXT, answers);

    assertEquals(answers.size(), heard.size());
    for (int i = 0; i < answers.size(); i++) {
      assertEquals(answers.get(i).text(), heard.get(i).text());
      assertEquals(
          answers.get(i).logProbability(), heard.get(i).logProbability().orElseThrow(), 1e-6);
    }
  }

  @Test
  void ofSeveralPathsTheMostProbableOneCounts() {
    var toy = new ToyAnswers("a", "b", "ab", "\n", "a\nb");
    var answers = answers(toy);

    run(toy, ToyAnswers.CONTEXT, answers);

    for (int i = 0; i < answers.size(); i++) {
      double score = heard.get(i).logProbability().orElseThrow();
      assertTrue(score <= answers.get(i).logProbability() + 1e-6, heard.get(i).toString());
    }
  }

  @Test
  void afterAnotherContextTheScoreIsThatOfItsSearch() {
    var toy = new ToyAnswers("a", "b", "\n");
    var other = List.of(3, 1, 2);
    var there = AnswerSearch.run(toy.loaded(), question(other), new Cancellation()).complete();

    run(toy, other, answers(toy));

    for (var scored : heard) {
      var found = there.stream().filter(each -> each.text().equals(scored.text())).findFirst();
      assertEquals(
          found.orElseThrow().logProbability(), scored.logProbability().orElseThrow(), 1e-6);
    }
  }

  @Test
  void anAnswerThatDoesNotFitIntoTheContextHasNoScore() {
    var toy = new ToyAnswers("a", "b", "\n");
    var context = new ArrayList<Integer>();
    for (int i = 0; i < FakeLanguageModel.CONTEXT_LENGTH; i++) {
      context.add(1);
    }

    run(toy, context, List.of(new Answer("ab", List.of(1, 2, 3), -1, true)));

    assertTrue(heard.getFirst().logProbability().isEmpty());
  }

  @Test
  void aCancelledScoringReportsNothing() {
    var toy = new ToyAnswers("a", "b", "\n");
    var scoring = new AnswerScoring(question(ToyAnswers.CONTEXT), answers(toy), heard::add);

    scoring.cancel();

    assertTrue(scoring.isCancelled());
    assertThrows(
        CancelledException.class, () -> scoring.runSlice(toy.loaded(), new Cancellation()));
    assertEquals(List.of(), heard);
  }

  @Test
  void withoutAModelNoAnswerHasAScore() {
    var toy = new ToyAnswers("a", "b", "\n");
    var answers = answers(toy);
    var scoring = new AnswerScoring(question(ToyAnswers.CONTEXT), answers, heard::add);

    scoring.fail("no model");

    assertEquals(answers.size(), heard.size());
    assertTrue(heard.stream().allMatch(each -> each.logProbability().isEmpty()));
  }
}
