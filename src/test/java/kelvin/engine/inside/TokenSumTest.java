package kelvin.engine.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import kelvin.engine.inside.TokenSum.Term;
import kelvin.inference.InferenceException;
import kelvin.text.Vocabulary;
import org.junit.jupiter.api.Test;

/// A sum that a user types is read as it stands, and its neighbours are those of all tokens.
/// Otherwise an analogy is shown that the model does not have.
final class TokenSumTest {

  private static final Vocabulary VOCABULARY =
      Words.of("king", " king", " man", " woman", "-", "9");

  private static String problem(String line) {
    return String.valueOf(
        assertThrows(InferenceException.class, () -> TokenSum.read(line, VOCABULARY)).getMessage());
  }

  @Test
  void wordsAreReadWithTheSpaceThatTheyHaveWithinATextOrExactlyInQuotes() {
    var plain = TokenSum.read("king - man + woman", VOCABULARY);
    var quoted = TokenSum.read("\"king\" −man +woman", VOCABULARY);

    assertEquals(List.of(new Term(1, 1), new Term(2, -1), new Term(3, 1)), plain.terms());
    assertEquals(List.of(new Term(0, 1), new Term(2, -1), new Term(3, 1)), quoted.terms());
    assertEquals("␣king − ␣man + ␣woman", plain.text(VOCABULARY));
  }

  @Test
  void aSumMayBeginWithASignAndASignInQuotesIsAToken() {
    var sum = TokenSum.read("- \"-\" + 9", VOCABULARY);

    assertEquals(List.of(new Term(4, -1), new Term(5, 1)), sum.terms());
    assertEquals("−- + 9", sum.text(VOCABULARY));
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertTrue(problem("").contains("Type a sum"));
    assertTrue(problem("king - ").contains("missing at the end"));
    assertTrue(problem("king - + man").contains("missing before “+”"));
    assertTrue(problem("king man").contains("before “man”"));
    assertTrue(problem("king-man").contains("“king-man” is not one token"));
    assertTrue(problem("king + \"man").contains("has no end"));
    assertTrue(problem("king + \"\"").contains("“” is not one token"));
  }

  @Test
  void theNeighborsOfASumAreThoseOfABruteForceSearchWithoutTheSummands() {
    var random = new Random(4);
    var rows = new float[200][8];
    for (var row : rows) {
      for (int d = 0; d < row.length; d++) {
        row[d] = (float) random.nextGaussian();
      }
    }
    var vectors = new ArrayVectors(rows);

    try (var space = new TokenSpace(vectors)) {
      var sum = TokenSum.of(5, 9, 17);
      var query = new float[8];
      for (int d = 0; d < query.length; d++) {
        query[d] = (float) ((double) rows[5][d] - rows[9][d] + rows[17][d]);
      }

      assertArrayEquals(query, space.vector(sum));
      for (var similarity : Similarity.values()) {
        var found = space.neighbors(sum, similarity, 12);

        assertEquals(brute(rows, query, similarity, sum).subList(0, 12), found);
        assertFalse(found.stream().anyMatch(near -> sum.ids().contains(near.id())));
      }
    }
  }

  private static List<Neighbor> brute(
      float[][] rows, float[] query, Similarity similarity, TokenSum sum) {
    var all = new ArrayList<Neighbor>();
    for (int id = 0; id < rows.length; id++) {
      double product = 0;
      for (int d = 0; d < query.length; d++) {
        product += (double) rows[id][d] * query[d];
      }
      double squares = TokenSpace.square(rows[id]) * TokenSpace.square(query);
      if (!sum.ids().contains(id)) {
        all.add(new Neighbor(id, similarity.of(product, squares)));
      }
    }
    all.sort(
        Comparator.comparingDouble(Neighbor::similarity).reversed().thenComparingInt(Neighbor::id));
    return all;
  }

  @Test
  void equalNeighborsAreInTheOrderOfTheirIds() {
    try (var space =
        new TokenSpace(
            new ArrayVectors(
                new float[] {1, 0}, new float[] {0, 1}, new float[] {0, 1}, new float[] {0, 2}))) {
      var ids = space.neighbors(0, Similarity.COSINE, 2).stream().map(Neighbor::id).toList();

      assertEquals(List.of(1, 2), ids);
    }
  }

  @Test
  void matricesAreTheSameIfTheirVectorsAre() {
    var some = new float[][] {{1, 0}, {0, 1}};
    try (var space = new TokenSpace(new ArrayVectors(some));
        var copy = new TokenSpace(new ArrayVectors(some.clone()));
        var other = new TokenSpace(new ArrayVectors(some[0], new float[] {0, 2}))) {
      assertTrue(space.isSameAs(copy));
      assertFalse(space.isSameAs(other));
    }
  }
}
