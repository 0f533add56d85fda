package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbabilityShiftTest {

  @Test
  void theLargestShiftsAreThoseOfAFullSort() {
    var random = new Random(7);
    var first = Distribution.of(gaussian(random, 500), 0.8);
    var second = Distribution.of(gaussian(random, 500), 1.3);

    var largest = ProbabilityShift.between(first, second, 10);

    var changes =
        IntStream.range(0, 500)
            .mapToDouble(id -> second.probabilityOfToken(id) - first.probabilityOfToken(id))
            .sorted()
            .boxed()
            .toList();
    assertEquals(
        changes.subList(0, 10), largest.lost().stream().map(ProbabilityShift::change).toList());
    assertEquals(
        changes.subList(490, 500).reversed(),
        largest.gained().stream().map(ProbabilityShift::change).toList());
  }

  @Test
  void aShiftHasBothRanks() {
    var first = Distribution.of(Logits.owning(new float[] {2, 1, 0}), 1);
    var second = Distribution.of(Logits.owning(new float[] {0, 1, 2}), 1);

    var gained = ProbabilityShift.between(first, second, 5).gained();

    assertEquals(List.of(2), gained.stream().map(ProbabilityShift::tokenId).toList());
    assertEquals(3, gained.getFirst().rankBefore());
    assertEquals(1, gained.getFirst().rankAfter());
  }

  @Test
  void equalDistributionsShiftNothing() {
    var same = Distribution.of(Logits.owning(new float[] {2, 1, 0}), 1);

    var largest = ProbabilityShift.between(same, same, 5);

    assertTrue(largest.gained().isEmpty() && largest.lost().isEmpty());
  }

  @Test
  void equalShiftsAreOrderedByTokenId() {
    var uniform = Distribution.of(Logits.owning(new float[500]), 1);
    var values = new float[500];
    values[0] = 9;
    var peaked = Distribution.of(Logits.owning(values), 1);

    var lost = ProbabilityShift.between(uniform, peaked, 10).lost();

    assertEquals(
        IntStream.rangeClosed(1, 10).boxed().toList(),
        lost.stream().map(ProbabilityShift::tokenId).toList());
  }

  @Test
  void refusesToListNoShifts() {
    var two = Distribution.of(Logits.owning(new float[] {2, 1}), 1);

    assertThrows(IllegalArgumentException.class, () -> ProbabilityShift.between(two, two, 0));
  }

  @Test
  void otherVocabulariesAreRefused() {
    var two = Distribution.of(Logits.owning(new float[] {2, 1}), 1);
    var three = Distribution.of(Logits.owning(new float[] {2, 1, 0}), 1);

    assertThrows(IllegalArgumentException.class, () -> ProbabilityShift.between(two, three, 5));
  }

  private static Logits gaussian(Random random, int count) {
    var values = new float[count];
    for (int id = 0; id < count; id++) {
      values[id] = (float) (2.5 * random.nextGaussian());
    }
    return Logits.owning(values);
  }
}
