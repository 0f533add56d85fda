package kelvin.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// If these fail, a user trusts a threshold that lets more errors through than it says.
class RiskCoverageTest {

  private static final double EXACT = 1e-12;

  private static final List<Decision> DECISIONS =
      List.of(
          decision(0.9, true),
          decision(0.6, false),
          decision(0.8, true),
          decision(0.8, false),
          decision(0.7, true));

  private static Decision decision(double confidence, boolean isRight) {
    return Decision.of(List.of(confidence, 1 - confidence), isRight ? 0 : 1);
  }

  @Test
  void theSurestDecisionsAreTakenFirstAndEqualOnesTogether() {
    var curve = RiskCoverage.of(DECISIONS);

    assertEquals(
        List.of(
            new RiskCoverage.Point(0.9, 0.2, new Proportion(0, 1)),
            new RiskCoverage.Point(0.8, 0.6, new Proportion(1, 3)),
            new RiskCoverage.Point(0.7, 0.8, new Proportion(1, 4)),
            new RiskCoverage.Point(0.6, 1.0, new Proportion(2, 5))),
        curve.points());
  }

  @Test
  void theAreaIsTheMeanRisk() {
    double expected = 0.2 * 0 + 0.4 * (1.0 / 3) + 0.2 * 0.25 + 0.2 * 0.4;

    assertEquals(expected, RiskCoverage.of(DECISIONS).area(), EXACT);
  }

  @Test
  void theThresholdForAnErrorTakesAsManyAsItCan() {
    var curve = RiskCoverage.of(DECISIONS);

    assertEquals(0.7, curve.forRisk(0.25).orElseThrow().threshold());
    assertEquals(0.9, curve.forRisk(0.1).orElseThrow().threshold());
    assertEquals(1.0, curve.forRisk(0.5).orElseThrow().coverage(), EXACT);
    assertEquals(Optional.empty(), RiskCoverage.of(List.of(decision(0.9, false))).forRisk(0.5));
  }

  @Test
  void aThresholdBetweenPointsTakesWhatIsSurer() {
    var curve = RiskCoverage.of(DECISIONS);

    assertEquals(0.6, curve.at(0.75).orElseThrow().coverage(), EXACT);
    assertEquals(Optional.empty(), curve.at(0.95));
  }

  @Test
  void undecidedItemsAreNeverTaken() {
    var curve =
        RiskCoverage.of(
            List.of(decision(0.9, true), Decision.of(List.of(Double.NaN, Double.NaN), 0)));

    assertEquals(0.5, curve.points().getLast().coverage(), EXACT);
    assertTrue(Double.isNaN(RiskCoverage.of(List.of()).area()));
  }
}
