package kelvin.experiment.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kelvin.experiment.calibration.CorrectionFit.Parts;
import kelvin.experiment.measure.Decision;
import kelvin.experiment.measure.LogLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// If these fail, a fitted temperature or bias is not the best one, and the diagram after it lies.
class CorrectionFitTest {

  /// Draws shares, and right labels from those shares after a correction.
  private static List<Decision> drawn(int labels, int items, Correction truth, long seed) {
    var random = new SplittableRandom(seed);
    var decisions = new ArrayList<Decision>();
    for (int item = 0; item < items; item++) {
      var scores = random.doubles(labels, -3, 3).toArray();
      var shares = list(Softmax.of(scores));
      var corrected = truth.of(Decision.of(shares, 0)).shares();
      double u = random.nextDouble();
      int right = 0;
      while (right < labels - 1 && u >= corrected.get(right)) {
        u -= corrected.get(right);
        right++;
      }
      decisions.add(Decision.of(shares, right));
    }
    return decisions;
  }

  private static List<Double> list(double... values) {
    var list = new ArrayList<Double>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }

  /// The penalised loss by its definition.
  private static double loss(List<Decision> decisions, double scale, List<Double> biases) {
    double penalty = (scale - 1) * (scale - 1);
    for (double bias : biases) {
      penalty += bias * bias;
    }
    return LogLoss.of(new Correction(scale, biases).of(decisions))
        + penalty * 0.005 / decisions.size();
  }

  @ParameterizedTest
  @EnumSource(Parts.class)
  void theGradientIsSmallerThanOneInAHundredMillion(Parts parts) {
    for (int labels = 2; labels <= 6; labels++) {
      var decisions = drawn(labels, 300, Correction.none(labels), labels);

      var fit = CorrectionFit.of(decisions, parts);

      assertTrue(fit.gradient() < 1e-8, fit.toString());
      assertEquals(LogLoss.of(fit.correction().of(decisions)), fit.loss(), 1e-12);
    }
  }

  @Test
  void noNumberCanBeChangedForTheBetter() {
    var decisions = drawn(3, 200, new Correction(0.5, List.of(1.0, 0.0, -1.0)), 3);
    var best = CorrectionFit.of(decisions, Parts.TEMPERATURE_AND_BIASES).correction();
    double least = loss(decisions, best.scale(), best.biases());

    for (double step : List.of(1e-3, -1e-3)) {
      assertTrue(loss(decisions, best.scale() + step, best.biases()) > least);
      for (int label = 0; label < 3; label++) {
        var biases = new ArrayList<>(best.biases());
        biases.set(label, biases.get(label) + step);
        assertTrue(loss(decisions, best.scale(), biases) > least);
      }
    }
  }

  @Test
  void theNumbersThatMadeTheDataAreFoundAgain() {
    var truth = new Correction(0.4, List.of(0.8, -0.3, -0.5));

    var found =
        CorrectionFit.of(drawn(3, 20_000, truth, 9), Parts.TEMPERATURE_AND_BIASES).correction();

    assertEquals(2.5, found.temperature(), 0.1);
    for (int label = 0; label < 3; label++) {
      assertEquals(truth.biases().get(label), found.biases().get(label), 0.06);
    }
    assertEquals(0, found.biases().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
  }

  @Test
  void itemsThatCanBeToldApartHaveAFiniteOptimum() {
    var decisions = List.of(Decision.of(List.of(0.6, 0.4), 0), Decision.of(List.of(0.3, 0.7), 1));

    var fit = CorrectionFit.of(decisions, Parts.TEMPERATURE_AND_BIASES);

    assertTrue(fit.gradient() < 1e-8, fit.toString());
    assertTrue(fit.correction().scale() > 5, fit.toString());
  }

  @Test
  void anOrderThatIsWrongIsNotTurnedAround() {
    var decisions = new ArrayList<Decision>();
    for (int i = 0; i < 20; i++) {
      decisions.add(Decision.of(List.of(0.9, 0.1), i % 4 == 0 ? 0 : 1));
      decisions.add(Decision.of(List.of(0.2, 0.8), i % 4 == 0 ? 1 : 0));
    }

    var fit = CorrectionFit.of(decisions, Parts.TEMPERATURE_AND_BIASES);

    assertEquals(0, fit.correction().scale());
    assertEquals(Double.POSITIVE_INFINITY, fit.correction().temperature());
    assertTrue(fit.gradient() < 1e-8, fit.toString());
    assertEquals(Math.log(2), fit.loss(), 1e-9);
  }

  @Test
  void extremeSharesAreFitted() {
    var decisions =
        List.of(
            Decision.of(List.of(1.0, 0.0, 0.0), 0),
            Decision.of(List.of(1.0, 0.0, 0.0), 2),
            Decision.of(List.of(1e-300, 1.0, 0.0), 1));

    for (var parts : Parts.values()) {
      var fit = CorrectionFit.of(decisions, parts);

      assertTrue(fit.gradient() < 1e-8, fit.toString());
    }
  }

  @Test
  void undecidedItemsAreLeftOutAndStayAsTheyAre() {
    var undecided = Decision.of(List.of(Double.NaN, Double.NaN), 0);
    var decisions = new ArrayList<>(drawn(2, 50, Correction.none(2), 4));
    var without = CorrectionFit.of(decisions, Parts.TEMPERATURE);
    decisions.add(undecided);

    assertEquals(without, CorrectionFit.of(decisions, Parts.TEMPERATURE));
    assertEquals(undecided, without.correction().of(undecided));
    assertThrows(
        IllegalArgumentException.class,
        () -> CorrectionFit.of(List.of(undecided), Parts.TEMPERATURE));
  }
}
