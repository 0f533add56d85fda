package kelvin.ui.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import org.junit.jupiter.api.Test;

class SoftmaxFormulaTest {

  private static final Logits LOGITS = Logits.owning(new float[] {2, 1, 0.5f});

  @Test
  void theFormulaHasTheLogitTheTemperatureAndTheSum() {
    assertEquals(
        "exp(1.00 / 0.5) ÷ Σ = 7.389 ÷ 64.71 = 11.42 %",
        SoftmaxFormula.of(Distribution.of(LOGITS, 0.5), 2));
  }

  @Test
  void greedyIsNoDivision() {
    assertEquals(
        "100.00 % (τ = 0 is greedy: rank 1 takes all)",
        SoftmaxFormula.of(Distribution.of(LOGITS, 0), 1));
  }

  @Test
  void infiniteTemperatureCountsTheTokens() {
    assertEquals(
        "1 ÷ 3 = 33.33 % (τ = ∞: all possible tokens alike)",
        SoftmaxFormula.of(Distribution.of(LOGITS, Double.POSITIVE_INFINITY), 3));
  }

  @Test
  void whatNoDoubleHoldsIsWrittenAllTheSame() {
    assertEquals("1.97e434", SoftmaxFormula.exponential(1000));
    assertEquals("5.08e-435", SoftmaxFormula.exponential(-1000));
    assertEquals("1.00e10", SoftmaxFormula.exponential(10 * Math.log(10) - 1e-9));
    assertEquals("0", SoftmaxFormula.exponential(Double.NEGATIVE_INFINITY));
  }
}
