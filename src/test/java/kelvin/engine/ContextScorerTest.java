package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kelvin.distribution.TokenScore;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.Test;

class ContextScorerTest {

  private final FakeLanguageModel model = new FakeLanguageModel(50);
  private final ContextScorer scorer = new ContextScorer(model);

  @Test
  void givesTheLogitsAfterTheLastToken() {
    var logits = score(1, 2, 3);

    assertArrayEquals(model.logitsAfter(1, 2, 3), logits);
  }

  @Test
  void scoresEveryTokenButTheFirstByTheRowBeforeIt() {
    score(1, 2, 3);

    assertEquals(expectedScores(1, 2, 3), scorer.scores());
  }

  @Test
  void aSingleTokenHasNoScore() {
    score(7);

    assertEquals(List.of(Optional.empty()), scorer.scores());
  }

  @Test
  void anAppendedTokenRunsOnePosition() {
    score(1, 2, 3);
    int before = model.positionsRun();

    score(1, 2, 3, 4);

    assertEquals(before + 1, model.positionsRun());
    assertEquals(expectedScores(1, 2, 3, 4), scorer.scores());
  }

  @Test
  void theSameTokensAgainDoNotRunTheModel() {
    score(1, 2, 3);

    score(1, 2, 3);

    assertEquals(1, model.runs());
  }

  @Test
  void aShorterContextDoesNotRunTheModel() {
    score(1, 2, 3, 4);

    var logits = score(1, 2);

    assertEquals(1, model.runs());
    assertArrayEquals(model.logitsAfter(1, 2), logits);
    assertEquals(expectedScores(1, 2), scorer.scores());
  }

  @Test
  void anEarlierPositionDoesNotRunTheModel() {
    score(1, 2, 3, 4);

    var logits = scorer.score(new int[] {1, 2, 3, 4}, 1, new Cancellation());

    assertEquals(1, model.runs());
    assertArrayEquals(model.logitsAfter(1, 2), logits.toArray());
  }

  @Test
  void aChangeInTheMiddleRunsFromTheChangeOn() {
    score(1, 2, 3, 4, 5);
    int before = model.positionsRun();

    score(1, 2, 9, 4, 5);

    assertEquals(before + 3, model.positionsRun());
    assertEquals(expectedScores(1, 2, 9, 4, 5), scorer.scores());
  }

  @Test
  void randomEditsGiveTheScoresOfANewScorer() {
    var random = new Random(1);
    for (int round = 0; round < 300; round++) {
      int[] ids = random.ints(1 + random.nextInt(7), 0, 3).toArray();
      int position = random.nextInt(ids.length);

      var logits = scorer.score(ids, position, new Cancellation());

      assertArrayEquals(
          model.logitsAfter(Arrays.copyOf(ids, position + 1)), logits.toArray(), "round " + round);
      assertEquals(expectedScores(ids), scorer.scores(), "round " + round);
    }
  }

  @Test
  void aCancelledRunKeepsItsResultsSoFar() {
    var cancellation = new Cancellation();
    model.beforeRow(position -> cancelAt(3, position, cancellation));
    int[] ids = {1, 2, 3, 4, 5};

    assertThrows(CancelledException.class, () -> scorer.score(ids, 4, cancellation));

    model.beforeRow(_ -> {});
    score(ids);
    assertEquals(3 + 2, model.positionsRun());
    assertEquals(expectedScores(ids), scorer.scores());
  }

  @Test
  void aRunCancelledAfterAChangeDoesNotMixTheTwoContexts() {
    score(1, 2, 3, 4, 5);
    var cancellation = new Cancellation();
    model.beforeRow(position -> cancelAt(3, position, cancellation));

    assertThrows(
        CancelledException.class, () -> scorer.score(new int[] {1, 9, 3, 4, 5}, 4, cancellation));

    model.beforeRow(_ -> {});
    score(1, 9, 3, 4, 5);
    assertEquals(expectedScores(1, 9, 3, 4, 5), scorer.scores());
  }

  @Test
  void randomCancellationsNeverSpoilLaterScores() {
    var random = new Random(2);
    for (int round = 0; round < 300; round++) {
      int[] ids = random.ints(1 + random.nextInt(7), 0, 3).toArray();
      var cancellation = new Cancellation();
      int at = random.nextInt(8);
      model.beforeRow(position -> cancelAt(at, position, cancellation));

      try {
        var logits = scorer.score(ids, ids.length - 1, cancellation);

        assertArrayEquals(model.logitsAfter(ids), logits.toArray(), "round " + round);
        assertEquals(expectedScores(ids), scorer.scores(), "round " + round);
      } catch (CancelledException _) {
        assertTrue(cancellation.isCancelled());
      }
    }
  }

  @Test
  void aDroppedRowIsComputedAgain() {
    // The store holds only two rows of 12 million logits.
    var wide = new FakeLanguageModel(12_000_000);
    var wideScorer = new ContextScorer(wide);
    int[] ids = {1, 2, 3, 4};
    wideScorer.score(ids, 3, new Cancellation());

    var logits = wideScorer.score(ids, 0, new Cancellation());

    assertEquals(2, wide.runs());
    assertArrayEquals(wide.logitsAfter(1), logits.toArray());
  }

  @Test
  void refusesAPositionOutsideTheContext() {
    assertThrows(
        IllegalArgumentException.class,
        () -> scorer.score(new int[] {1, 2}, 2, new Cancellation()));
  }

  private float[] score(int... ids) {
    return scorer.score(ids, ids.length - 1, new Cancellation()).toArray();
  }

  private static void cancelAt(int at, int position, Cancellation cancellation) {
    if (position == at) {
      cancellation.cancel();
    }
  }

  private List<Optional<TokenScore>> expectedScores(int... ids) {
    var scores = new ArrayList<Optional<TokenScore>>();
    scores.add(Optional.empty());
    for (int i = 1; i < ids.length; i++) {
      scores.add(Optional.of(TokenScore.of(model.logitsAfter(Arrays.copyOf(ids, i)), ids[i])));
    }
    return scores;
  }
}
