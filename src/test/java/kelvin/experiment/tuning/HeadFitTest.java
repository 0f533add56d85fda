package kelvin.experiment.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import org.junit.jupiter.api.Test;

/// If these fail, a head is not the best one for its features, and what is said of it is wrong.
class HeadFitTest {

  private static final FeatureTable NOBODY = new FeatureTable(List.of(), new int[0], 2);

  private static List<String> names(int labels) {
    var names = new ArrayList<String>();
    for (int k = 0; k < labels; k++) {
      names.add("label " + k);
    }
    return names;
  }

  /// Features with noise around a direction for each label.
  private static FeatureTable drawn(int inputs, int width, int labels, long seed) {
    var random = new SplittableRandom(seed);
    var rows = new ArrayList<float[]>();
    var right = new int[inputs];
    for (int i = 0; i < inputs; i++) {
      right[i] = i % labels;
      var row = new float[width];
      for (int j = 0; j < width; j++) {
        row[j] = (float) (3 + random.nextDouble(-4, 4) + (j % labels == right[i] ? 2 : 0));
      }
      rows.add(row);
    }
    return new FeatureTable(rows, right, labels);
  }

  private static HeadFit fit(double l2, FeatureTable train, FeatureTable heldOut) {
    return HeadFit.of(names(train.labels()), l2, train, heldOut, new Cancellation());
  }

  /// For one input at +1 and one at −1 the weights are w and −w, and the derivative of
  /// ln(1 + e^(−2w)) + l2 w² is 0 at l2 = 1 / (w (1 + e^(2w))).
  @Test
  void aToyHasTheWeightsOfItsClosedForm() {
    var train = new FeatureTable(List.of(new float[] {1}, new float[] {-1}), new int[] {0, 1}, 2);
    for (double w : new double[] {0.25, 1, 3}) {
      var head = fit(1 / (w * (1 + Math.exp(2 * w))), train, NOBODY).head();

      assertEquals(w, head.weights()[0][0], 1e-9);
      assertEquals(-w, head.weights()[1][0], 1e-9);
      assertEquals(0, head.biases()[0], 1e-9);
      assertEquals(1 / (1 + Math.exp(-2 * w)), head.shares(new float[] {1}).getFirst(), 1e-9);
    }
  }

  @Test
  void theGradientIsSmallerThanOneInAHundredMillion() {
    for (int labels = 2; labels <= 5; labels++) {
      for (double l2 : PenaltyChoice.CANDIDATES) {
        var fit = fit(l2, drawn(40, 60, labels, labels), NOBODY);

        assertTrue(fit.gradient() < HeadFit.CERTIFIED, l2 + ": " + fit.gradient());
      }
    }
  }

  /// The gradient by differences of the loss by its definition, in the scaled features.
  @Test
  void theGradientIsThatOfTheLoss() {
    var train = drawn(12, 3, 3, 5);
    var inputs = Scale.of(train).of(train.rows(), train.size());
    var loss = new HeadLoss(inputs, train.right(), 3, 0.3);
    var random = new SplittableRandom(1);
    var point = random.doubles(12, -1, 1).toArray();
    var gradient = loss.at(point).gradient();
    for (int i = 0; i < point.length; i++) {
      double step = 1e-5;
      var up = point.clone();
      var down = point.clone();
      up[i] += step;
      down[i] -= step;
      double slope = (loss.at(up).value() - loss.at(down).value()) / (2 * step);
      assertEquals(slope, gradient[i], 1e-8);
    }
  }

  @Test
  void theLossesAreThoseOfTheHeadThatIsReturned() {
    var train = drawn(40, 8, 3, 2);
    var heldOut = drawn(30, 8, 3, 3);

    var fit = fit(0.1, train, heldOut);

    assertEquals(fit.trainLoss().size(), fit.heldOutLoss().size());
    assertEquals(Math.log(3), fit.heldOutLoss().getFirst(), 1e-12);
    assertEquals(loss(fit.head(), heldOut), fit.heldOutLoss().getLast(), 1e-9);
    assertEquals(loss(fit.head(), train), fit.trainLoss().getLast(), 1e-9);
    assertTrue(fit.trainLoss().getLast() < fit.trainLoss().getFirst());
  }

  private static double loss(Head head, FeatureTable table) {
    double sum = 0;
    for (int i = 0; i < table.size(); i++) {
      sum -= Math.log(head.shares(table.rows().get(i)).get(table.right()[i]));
    }
    return sum / table.size();
  }

  @Test
  void aStrongPenaltyIsChosenWhereTheFeaturesSayNothing() {
    var random = new SplittableRandom(9);
    var rows = new ArrayList<float[]>();
    var right = new int[60];
    for (int i = 0; i < right.length; i++) {
      rows.add(new float[] {(float) random.nextDouble(), (float) random.nextDouble()});
      right[i] = random.nextInt(2);
    }
    var noise = new FeatureTable(rows, right, 2);
    var clear = drawn(60, 8, 2, 4);

    double ofNoise = PenaltyChoice.of(names(2), noise, 1, () -> {}, new Cancellation());
    double ofClear = PenaltyChoice.of(names(2), clear, 1, () -> {}, new Cancellation());

    assertTrue(ofNoise > ofClear, ofNoise + " and " + ofClear);
  }

  @Test
  void aCancelEndsAFit() {
    var cancellation = new Cancellation();
    cancellation.cancel();

    assertThrows(
        CancelledException.class,
        () -> HeadFit.of(names(2), 1, drawn(10, 3, 2, 1), NOBODY, cancellation));
  }
}
