package kelvin.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// If these fail, users compare prompts by wrong numbers. The expected values are computed by hand
/// from the formulas.
class MeasuresTest {

  private static final double EXACT = 1e-12;

  /// Right at 0.9, right at 0.7, and wrong at 0.6.
  private static final List<Decision> TWO_LABELS =
      List.of(
          Decision.of(List.of(0.9, 0.1), 0),
          Decision.of(List.of(0.3, 0.7), 1),
          Decision.of(List.of(0.6, 0.4), 1));

  private static Decision undecided() {
    return Decision.of(List.of(Double.NaN, Double.NaN), 0);
  }

  @Test
  void accuracyIsTheShareOfRightDecisions() {
    var accuracy = Proportion.accuracy(TWO_LABELS);

    assertEquals(2.0 / 3, accuracy.value(), EXACT);
  }

  @Test
  void theIntervalOfWilsonSolvesItsEquation() {
    // The ends are where |p̂ − p| = z √(p(1 − p)/n).
    double z = 1.959963984540054;
    for (var proportion : List.of(new Proportion(7, 10), new Proportion(1, 40))) {
      var interval = proportion.interval();
      for (double end : List.of(interval.low(), interval.high())) {
        assertEquals(
            z * Math.sqrt(end * (1 - end) / proportion.count()),
            Math.abs(proportion.value() - end),
            EXACT);
      }
      assertTrue(interval.contains(proportion.value()));
    }
  }

  @Test
  void theIntervalStaysBetweenNoneAndAll() {
    // n/(n + z²) is the well-known end for no success.
    double square = 1.959963984540054 * 1.959963984540054;

    assertEquals(0, new Proportion(0, 8).interval().low());
    assertEquals(square / (8 + square), new Proportion(0, 8).interval().high(), EXACT);
    assertEquals(1, new Proportion(8, 8).interval().high());
    assertEquals(8 / (8 + square), new Proportion(8, 8).interval().low(), EXACT);
    assertEquals(new Proportion.Interval(0, 1), new Proportion(0, 0).interval());
    assertTrue(Double.isNaN(new Proportion(0, 0).value()));
  }

  @Test
  void logLossIsInNatsOfTheRightShare() {
    double expected = -(Math.log(0.9) + Math.log(0.7) + Math.log(0.4)) / 3;

    assertEquals(expected, LogLoss.of(TWO_LABELS), EXACT);
    assertEquals(0.0, LogLoss.of(List.of(Decision.of(List.of(1.0, 0.0), 0))), 0.0);
    assertEquals(Double.POSITIVE_INFINITY, LogLoss.of(List.of(Decision.of(List.of(1.0, 0.0), 1))));
  }

  @Test
  void brierIsSummedOverTheLabelsAndAveragedOverTheItems() {
    double expected = (0.1 * 0.1 + 0.1 * 0.1 + 0.3 * 0.3 + 0.3 * 0.3 + 0.6 * 0.6 + 0.6 * 0.6) / 3;

    assertEquals(expected, Brier.of(TWO_LABELS).score(), EXACT);
  }

  @Test
  void theClassicPartsOfBrierComeOutForEqualForecasts() {
    // Four forecasts of 0.8 with three hits, six of 0.3 with one; the shares of the second label
    // mirror them, so each part is twice that of one label.
    var decisions = new ArrayList<Decision>();
    for (int i = 0; i < 4; i++) {
      decisions.add(Decision.of(List.of(0.8, 0.2), i < 3 ? 0 : 1));
    }
    for (int i = 0; i < 6; i++) {
      decisions.add(Decision.of(List.of(0.3, 0.7), i < 1 ? 0 : 1));
    }

    var brier = Brier.of(decisions);

    double second = 1.0 / 6;
    assertEquals(
        2 * (0.4 * square(0.8 - 0.75) + 0.6 * square(0.3 - second)), brier.reliability(), EXACT);
    assertEquals(
        2 * (0.4 * square(0.75 - 0.4) + 0.6 * square(second - 0.4)), brier.resolution(), EXACT);
    assertEquals(2 * 0.4 * 0.6, brier.uncertainty(), EXACT);
    assertIsSumOfItsParts(brier);
  }

  private static double square(double x) {
    return x * x;
  }

  private static void assertIsSumOfItsParts(Brier brier) {
    assertEquals(
        brier.score(), brier.reliability() - brier.resolution() + brier.uncertainty(), EXACT);
  }

  @Test
  void brierIsReliabilityLessResolutionPlusUncertainty() {
    var random = new SplittableRandom(5);
    for (int labels = 1; labels <= 6; labels++) {
      for (int items : List.of(1, 2, 7, 200)) {
        assertIsSumOfItsParts(Brier.of(random(random, labels, items)));
      }
    }
  }

  private static List<Decision> random(SplittableRandom random, int labels, int items) {
    var decisions = new ArrayList<Decision>();
    for (int item = 0; item < items; item++) {
      var weights = random.doubles(labels).map(x -> x * x * x).toArray();
      double sum = 0;
      for (double weight : weights) {
        sum += weight;
      }
      var shares = new ArrayList<Double>();
      for (double weight : weights) {
        shares.add(weight / sum);
      }
      decisions.add(Decision.of(shares, random.nextInt(labels)));
    }
    return decisions;
  }

  @Test
  void theCalibrationErrorWeighsTheGapsOfTenBins() {
    var decisions =
        List.of(
            Decision.of(List.of(0.95, 0.05), 0),
            Decision.of(List.of(0.91, 0.09), 1),
            Decision.of(List.of(0.6, 0.4), 0));

    var reliability = Reliability.of(decisions);

    assertEquals(2.0 / 3 * (0.93 - 0.5) + 1.0 / 3 * (1 - 0.6), reliability.error(), EXACT);
    assertEquals(2, reliability.bins().get(9).count());
    assertEquals(1, reliability.bins().get(6).count(), "0.6 begins the seventh bin");
    assertEquals(1, Reliability.of(List.of(Decision.of(List.of(1.0), 0))).bins().get(9).count());
  }

  @Test
  void theFourConfidencesFollowTheirFormulas() {
    // The shares that kinds-of-things gave: .288, .702, .010 and none.
    var confidence = Confidence.of(List.of(0.288, 0.702, 0.01, 0.0));

    assertEquals(0.702, confidence.maximum(), EXACT);
    assertEquals(0.702 - 0.288, confidence.margin(), EXACT);
    double entropy = -(0.288 * Math.log(0.288) + 0.702 * Math.log(0.702) + 0.01 * Math.log(0.01));
    assertEquals(1 - entropy / Math.log(4), confidence.entropy(), EXACT);
    assertEquals((0.702 - 0.25) / 0.75, confidence.normalized(), EXACT);
  }

  @Test
  void confidencesAreNoneForEqualSharesAndWholeForOne() {
    var none = Confidence.of(List.of(0.25, 0.25, 0.25, 0.25));
    var whole = Confidence.of(List.of(0.0, 1.0));

    assertEquals(0, none.margin(), EXACT);
    assertEquals(0, none.entropy(), EXACT);
    assertEquals(0, none.normalized(), EXACT);
    assertEquals(new Confidence(1, 1, 1, 1), whole);
  }

  @Test
  void aSingleLabelHasNoEntropyToCompareWith() {
    var confidence = Confidence.of(List.of(1.0));

    assertEquals(1, confidence.maximum());
    assertTrue(Double.isNaN(confidence.entropy()));
    assertTrue(Double.isNaN(confidence.normalized()));
  }

  @Test
  void confusionCountsTheRightLabelByTheChosenOne() {
    var confusion = Confusion.of(TWO_LABELS, 2);

    assertEquals(List.of(List.of(1, 0), List.of(1, 1)), confusion.counts());
    assertEquals(2, confusion.chosen(0));
    assertEquals(2, confusion.right(1));
  }

  @Test
  void undecidedItemsAreWrongAndInNoOtherMeasure() {
    var with = new ArrayList<>(TWO_LABELS);
    with.add(undecided());

    var measures = Measures.of(with);

    assertEquals(1, measures.undecided());
    assertEquals(0.5, measures.accuracy().value(), EXACT);
    assertEquals(LogLoss.of(TWO_LABELS), measures.logLoss(), EXACT);
    assertEquals(Brier.of(TWO_LABELS), measures.brier());
    assertEquals(Confusion.of(TWO_LABELS, 2), Confusion.of(with, 2));
    assertTrue(Double.isNaN(Measures.of(List.of(undecided())).logLoss()));
  }

  @Test
  void theFirstOfEqualLabelsIsChosen() {
    assertEquals(OptionalInt.of(0), Decision.of(List.of(0.5, 0.5), 1).choice());
    assertFalse(undecided().isDecided());
  }
}
