package kelvin.engine.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.Test;

/// The share of right sums is counted over the sums that the model can be asked about, beside what
/// would be right without a sum. Otherwise a model looks better or worse than it is.
final class AnalogiesTest {

  private static final Analogies LIST =
      Analogies.read(
          List.of(
              "# a comment", "", "[size]", "cat cats", "dog dogs", "fox foxes", "[one]", "a b"));

  @Test
  void onlySumsOfTokensAreCountedAndTheRightOnesAtTheirRank() {
    var vocabulary = Words.of(" cat", " cats", " dog", " dogs", " far", " a");
    var vectors =
        new ArrayVectors(
            new float[] {1, 0, 0},
            new float[] {1, 0, 1},
            new float[] {0, 1, 0},
            new float[] {0, 1, 1},
            new float[] {0.1f, 1, 0},
            new float[] {-1, -1, -1});

    try (var space = new TokenSpace(vectors)) {
      var scores = LIST.measure(space, vocabulary, Similarity.COSINE, new Cancellation());

      assertEquals(new Analogies.Score("size", 3, 2, 2, 2, 1), scores.get(0));
      assertEquals(new Analogies.Score("one", 1, 0, 0, 0, 0), scores.get(1));
      assertEquals(new Analogies.Score("all", 4, 2, 2, 2, 1), Analogies.total(scores));
    }
  }

  @Test
  void aTokenBeyondTheMatrixIsNotMeasured() {
    var vocabulary = Words.of(" cat", " cats", " dog", " dogs");

    try (var space = new TokenSpace(new ArrayVectors(new float[] {1}, new float[] {2}))) {
      var scores = LIST.measure(space, vocabulary, Similarity.DOT, new Cancellation());

      assertEquals(0, scores.getFirst().sums());
    }
  }

  @Test
  void measuringEndsWhenItIsCancelled() {
    var vocabulary = Words.of(" cat", " cats", " dog", " dogs");
    var cancelled = new Cancellation();
    cancelled.cancel();
    var rows = new float[4][1];

    try (var space = new TokenSpace(new ArrayVectors(rows))) {
      assertThrows(
          CancelledException.class,
          () -> LIST.measure(space, vocabulary, Similarity.COSINE, cancelled));
    }
  }

  @Test
  void theListThatComesAlongHasSeveralKindsOfPairsEachOnce() {
    var relations = Analogies.bundled().relations();

    assertEquals(8, relations.size());
    for (var relation : relations) {
      assertTrue(relation.pairs().size() >= 6, relation.name());
      assertEquals(relation.pairs().size(), new HashSet<>(relation.pairs()).size());
    }
  }
}
