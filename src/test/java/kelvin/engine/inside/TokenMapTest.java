package kelvin.engine.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kelvin.inference.InferenceException;
import org.junit.jupiter.api.Test;

/// The map of tokens shows the plane in which their vectors differ most, with true distances and
/// shares. Otherwise tokens are neighbours on the map that are none in the model.
final class TokenMapTest {

  private static TokenMap map(float[]... rows) {
    try (var space = new TokenSpace(new ArrayVectors(rows))) {
      return TokenMap.of(space, IntStream.range(0, rows.length).boxed().toList());
    }
  }

  private static double distance(TokenMap map, int some, int other) {
    var from = map.places().get(some);
    var to = map.places().get(other);
    return Math.hypot(from.x() - to.x(), from.y() - to.y());
  }

  @Test
  void vectorsOfAPlaneKeepTheirDistancesAndTheSharesSumToOne() {
    var random = new Random(8);
    var rows = new float[30][6];
    for (var row : rows) {
      float u = (float) random.nextGaussian();
      float v = (float) random.nextGaussian();
      for (int d = 0; d < row.length; d++) {
        row[d] = (d + 1) * u + (d * d - 4) * v + 3;
      }
    }

    var map = map(rows);

    assertEquals(1, map.share(), 1e-9);
    assertTrue(map.firstShare() >= map.secondShare());
    for (int i = 1; i < rows.length; i++) {
      double square = 0;
      for (int d = 0; d < 6; d++) {
        square += Math.pow((double) rows[i][d] - rows[0][d], 2);
      }
      assertEquals(Math.sqrt(square), distance(map, 0, i), 1e-4);
    }
  }

  @Test
  void pointsOnTheAxesAreWhereTheClosedFormSays() {
    var map = map(new float[] {3, 0}, new float[] {-3, 0}, new float[] {0, 1}, new float[] {0, -1});

    assertEquals(0.9, map.firstShare(), 1e-12);
    assertEquals(0.1, map.secondShare(), 1e-12);
    // The first of two that are equally far is on the positive side.
    assertEquals(3, map.places().get(0).x(), 1e-12);
    assertEquals(-3, map.places().get(1).x(), 1e-12);
    assertEquals(1, map.places().get(2).y(), 1e-12);
    assertEquals(0, map.places().get(2).x(), 1e-12);
  }

  @Test
  void theMiddleOfAllPlacesIsTheOrigin() {
    var map = map(new float[] {5, 1, 2}, new float[] {9, 4, 1}, new float[] {7, 7, 7});

    assertEquals(0, map.places().stream().mapToDouble(TokenMap.Place::x).sum(), 1e-9);
    assertEquals(0, map.places().stream().mapToDouble(TokenMap.Place::y).sum(), 1e-9);
  }

  @Test
  void fewTokensAndEqualOnesHaveAMapToo() {
    assertEquals(TokenMap.empty(), map0());
    assertEquals(0, map(new float[] {4, 2}).share());
    assertEquals(1, map(new float[] {4, 2}, new float[] {1, 1}).firstShare(), 1e-12);
    assertEquals(0, map(new float[] {4, 2}, new float[] {4, 2}, new float[] {4, 2}).share());
  }

  private static TokenMap map0() {
    try (var space = new TokenSpace(new ArrayVectors(new float[] {1, 2}))) {
      return TokenMap.of(space, List.of());
    }
  }

  @Test
  void tokensWithoutAVectorAndTooManyTokensAreRefused() {
    try (var space = new TokenSpace(new ArrayVectors(new float[] {1, 2}))) {
      assertThrows(InferenceException.class, () -> TokenMap.of(space, List.of(1)));
      var many = IntStream.rangeClosed(0, TokenMap.MAX_TOKENS).boxed().toList();
      var failure = assertThrows(InferenceException.class, () -> TokenMap.of(space, many));
      assertTrue(String.valueOf(failure.getMessage()).contains("at most 200"));
    }
  }
}
