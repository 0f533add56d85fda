package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kelvin.distribution.TokenScore;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.Test;

class PassageScorerTest {

  private final FakeLanguageModel model = new FakeLanguageModel(40);
  private final PassageScorer scorer = new PassageScorer(model);

  private List<TokenScore> score(int from, int... ids) {
    return scorer.score(ids, from, new Cancellation());
  }

  private List<TokenScore> expected(int from, int... ids) {
    var scores = new ArrayList<TokenScore>();
    for (int i = from; i < ids.length; i++) {
      scores.add(TokenScore.of(model.logitsAfter(Arrays.copyOf(ids, i)), ids[i]));
    }
    return scores;
  }

  @Test
  void scoresTheLastTokensOnly() {
    assertEquals(expected(2, 1, 2, 3, 4), score(2, 1, 2, 3, 4));
  }

  @Test
  void theLastTokenIsNeverRun() {
    score(3, 1, 2, 3, 4);

    assertEquals(3, model.positionsRun());
  }

  @Test
  void anotherLastTokenCostsNothing() {
    score(3, 1, 2, 3, 4);

    assertEquals(expected(3, 1, 2, 3, 5), score(3, 1, 2, 3, 5));
    assertEquals(3, model.positionsRun());
  }

  @Test
  void aLongerEndRunsItsOwnTokensOnly() {
    score(3, 1, 2, 3, 4);

    assertEquals(expected(3, 1, 2, 3, 4, 5, 6), score(3, 1, 2, 3, 4, 5, 6));
    assertEquals(5, model.positionsRun());
  }

  @Test
  void refusesToScoreTheFirstToken() {
    assertThrows(IllegalArgumentException.class, () -> score(0, 1, 2));
    assertThrows(IllegalArgumentException.class, () -> score(2, 1, 2));
  }

  @Test
  void earlierSequencesDoNotChangeTheScores() {
    var random = new Random(1);
    for (int round = 0; round < 500; round++) {
      int[] ids = random.ints(2 + random.nextInt(6), 0, 3).toArray();
      int from = 1 + random.nextInt(ids.length - 1);

      assertEquals(expected(from, ids), score(from, ids), "round " + round);
    }
  }

  @Test
  void cancellationsNeverSpoilLaterScores() {
    var random = new Random(2);
    for (int round = 0; round < 500; round++) {
      int[] ids = random.ints(2 + random.nextInt(6), 0, 3).toArray();
      int from = 1 + random.nextInt(ids.length - 1);
      var cancellation = new Cancellation();
      int at = random.nextInt(8);
      model.beforeRow(position -> cancelAt(at, position, cancellation));

      try {
        assertEquals(expected(from, ids), scorer.score(ids, from, cancellation), "round " + round);
      } catch (CancelledException _) {
        assertTrue(cancellation.isCancelled());
      }
    }
  }

  private static void cancelAt(int at, int position, Cancellation cancellation) {
    if (position == at) {
      cancellation.cancel();
    }
  }
}
