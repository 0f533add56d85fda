package kelvin.experiment.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kelvin.experiment.measure.Decision;
import org.junit.jupiter.api.Test;

/// If these fail, “holds the right label nine times in ten” is not true.
class ConformalSetsTest {

  /// Overconfident shares of four labels, whose right label is drawn from weaker ones.
  private static List<Decision> drawn(SplittableRandom random, int items) {
    var decisions = new ArrayList<Decision>();
    for (int item = 0; item < items; item++) {
      var scores = random.doubles(4, -2, 2).toArray();
      var shares = new ArrayList<Double>();
      var weak = Softmax.of(scores.clone());
      for (int i = 0; i < scores.length; i++) {
        scores[i] *= 3;
      }
      for (double share : Softmax.of(scores)) {
        shares.add(share);
      }
      double u = random.nextDouble();
      int right = 0;
      while (right < 3 && u >= weak[right]) {
        u -= weak[right];
        right++;
      }
      decisions.add(Decision.of(shares, right));
    }
    return decisions;
  }

  @Test
  void theSetsHoldTheRightLabelAsOftenAsPromised() {
    for (double wanted : List.of(0.8, 0.9, 0.95)) {
      var random = new SplittableRandom(11);
      double covered = 0;
      int runs = 400;
      for (int run = 0; run < runs; run++) {
        covered += ConformalSets.fit(drawn(random, 60), wanted).on(drawn(random, 50)).coverage();
      }
      // On average between 1 − α and 1 − α + 1/(n + 1); 400 runs of 50 leave a deviation of 0.003.
      assertTrue(covered / runs > wanted - 0.009, covered / runs + " for " + wanted);
      assertTrue(covered / runs < wanted + 1.0 / 61 + 0.009, covered / runs + " for " + wanted);
    }
  }

  @Test
  void theThresholdIsTheScoreOfItsRank() {
    var calibration = new ArrayList<Decision>();
    for (int i = 1; i <= 9; i++) {
      calibration.add(Decision.of(List.of(i / 10.0, 1 - i / 10.0), 0));
    }

    // ⌈10 · 0.9⌉ = 9: the greatest score, which is that of the share 0.1.
    assertEquals(0.9, ConformalSets.fit(calibration, 0.9).threshold(), 1e-12);
    // ⌈10 · 0.8⌉ = 8.
    assertEquals(0.8, ConformalSets.fit(calibration, 0.8).threshold(), 1e-12);
  }

  @Test
  void tooFewItemsPromiseNothingLessThanAllLabels() {
    var sets = ConformalSets.fit(List.of(Decision.of(List.of(0.9, 0.1), 0)), 0.9);

    assertEquals(Double.POSITIVE_INFINITY, sets.threshold());
    assertEquals(List.of(0, 1), sets.set(List.of(0.99, 0.01)));
  }

  @Test
  void sharesThatDoNotExistGiveAllLabels() {
    var sets = new ConformalSets(0.9, 20, 0.3);

    assertEquals(List.of(0, 1), sets.set(List.of(Double.NaN, Double.NaN)));
    assertEquals(List.of(1), sets.set(List.of(0.2, 0.8)));
    assertEquals(List.of(), sets.set(List.of(0.5, 0.5)));
  }

  @Test
  void aShareOfItemsLiesBetweenNoneAndAll() {
    assertThrows(IllegalArgumentException.class, () -> ConformalSets.fit(List.of(), 1));
  }
}
