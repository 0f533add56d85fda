package kelvin.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// If these fail, chance is taken for a better prompt.
class PairedBootstrapTest {

  private static List<Double> noise(long seed, double shift) {
    var random = new SplittableRandom(seed);
    return DoubleStream.generate(() -> random.nextDouble() + shift).limit(200).boxed().toList();
  }

  @Test
  void theSameValuesDoNotDiffer() {
    var values = noise(1, 0);

    var same = PairedBootstrap.of(values, values, 42);

    assertEquals(new PairedBootstrap(0, new Proportion.Interval(0, 0), 0), same);
    assertFalse(same.differs());
  }

  @Test
  void aShiftIsFoundAndChanceIsNot() {
    assertTrue(PairedBootstrap.of(noise(1, 0), noise(2, 0.3), 42).differs());
    int found = 0;
    for (long seed = 0; seed < 100; seed++) {
      found += PairedBootstrap.of(noise(2 * seed, 0), noise(2 * seed + 1, 0), 42).differs() ? 1 : 0;
    }
    assertTrue(found <= 12, found + " of 100 equal pairs differ");
  }

  @Test
  void theIntervalIsAboutThatOfTheNormalDistribution() {
    // Differences of half ones and half zeros: mean 0.5, deviation 0.5/√n.
    var zeros = Collections.nCopies(400, 0.0);
    var halves = DoubleStream.iterate(0, x -> 1 - x).limit(400).boxed().toList();

    var bootstrap = PairedBootstrap.of(zeros, halves, 7);

    assertEquals(0.5, bootstrap.difference(), 1e-12);
    assertEquals(0.5 - 1.96 * 0.025, bootstrap.interval().low(), 0.006);
    assertEquals(0.5 + 1.96 * 0.025, bootstrap.interval().high(), 0.006);
  }

  @Test
  void aFewItemsThatDifferProveNothing() {
    assertFalse(PairedBootstrap.of(List.of(0.0), List.of(1.0), 1).differs());
    var five = Collections.nCopies(5, 0.0);
    assertFalse(PairedBootstrap.of(five, Collections.nCopies(5, 1.0), 1).differs());
    var six = Collections.nCopies(6, 0.0);
    assertTrue(PairedBootstrap.of(six, Collections.nCopies(6, 1.0), 1).differs());
  }

  @Test
  void swappingTheWaysTurnsTheIntervalAround() {
    var there = PairedBootstrap.of(noise(1, 0), noise(2, 0.03), 5);
    var back = PairedBootstrap.of(noise(2, 0.03), noise(1, 0), 5);

    assertEquals(-there.interval().low(), back.interval().high(), 1e-15);
    assertEquals(-there.interval().high(), back.interval().low(), 1e-15);
    assertEquals(there.differs(), back.differs());
  }

  @Test
  void aDifferenceThatIsNotFiniteIsRefused() {
    var infinite = List.of(Double.POSITIVE_INFINITY);
    assertThrows(IllegalArgumentException.class, () -> PairedBootstrap.of(infinite, infinite, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> PairedBootstrap.of(List.of(Double.NaN), List.of(1.0), 1));
  }

  @Test
  void theSeedDecides() {
    var first = PairedBootstrap.of(noise(1, 0), noise(2, 0.02), 1);

    assertEquals(first, PairedBootstrap.of(noise(1, 0), noise(2, 0.02), 1));
    assertFalse(first.equals(PairedBootstrap.of(noise(1, 0), noise(2, 0.02), 2)));
  }

  @Test
  void otherItemsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PairedBootstrap.of(List.of(1.0), List.of(1.0, 2.0), 1));
    assertThrows(IllegalArgumentException.class, () -> PairedBootstrap.of(List.of(), List.of(), 1));
  }
}
