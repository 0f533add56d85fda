package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogitsTest {

  private static final float OUT = Float.NEGATIVE_INFINITY;

  @Test
  void ranksByLogitThenByTokenId() {
    var logits = Logits.owning(new float[] {1, 3, OUT, 3, 2});

    assertArrayEquals(new int[] {1, 3, 4, 0, 2}, order(logits));
    assertEquals(3, logits.atRank(2));
    assertEquals(OUT, logits.atRank(5));
    assertEquals(4, logits.finiteCount());
    assertEquals(5, logits.count());
  }

  @Test
  void findsTheRankOfEveryTokenAmongTies() {
    var random = new Random(5);
    var values = new float[1001];
    for (int id = 0; id < values.length; id++) {
      int level = random.nextInt(6);
      values[id] = level == 0 ? OUT : level == 1 ? -0.0f : level == 2 ? 0.0f : level;
    }

    var logits = Logits.owning(values);

    for (int rank = 1; rank <= logits.count(); rank++) {
      assertEquals(rank, logits.rankOf(logits.tokenAtRank(rank)));
    }
  }

  @Test
  void returnsACopy() {
    var logits = Logits.owning(new float[] {1, 2});

    logits.toArray()[0] = 9;

    assertEquals(1, logits.ofToken(0));
  }

  @Test
  void refusesALogitThatIsNotANumberAndNamesTheToken() {
    var message = refusal(1, Float.NaN, 2);

    assertTrue(message.contains("token 1 is not a number"), message);
  }

  @Test
  void refusesAnInfiniteLogitAndNamesTheToken() {
    var message = refusal(1, 2, Float.POSITIVE_INFINITY);

    assertTrue(message.contains("token 2 is +∞"), message);
  }

  @Test
  void refusesLogitsThatLeaveNoTokenPossible() {
    var message = refusal(OUT, OUT);

    assertTrue(message.contains("no token is possible"), message);
  }

  @Test
  void refusesNoLogits() {
    var message = refusal();

    assertTrue(message.contains("there are no logits"), message);
  }

  private static String refusal(float... values) {
    return String.valueOf(
        assertThrows(InvalidLogitsException.class, () -> Logits.owning(values)).getMessage());
  }

  private static int[] order(Logits logits) {
    var ids = new int[logits.count()];
    for (int rank = 1; rank <= ids.length; rank++) {
      ids[rank - 1] = logits.tokenAtRank(rank);
    }
    return ids;
  }
}
