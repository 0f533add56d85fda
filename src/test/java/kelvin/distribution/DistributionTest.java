package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

  private static final float OUT = Float.NEGATIVE_INFINITY;

  /// The example of the lecture notes; the notes misprint the values at τ = 0.5 and 2.
  @ParameterizedTest
  @CsvSource({"0.5, 0.844, 0.114, 0.042", "1, 0.629, 0.231, 0.140", "2, 0.481, 0.292, 0.227"})
  void softmaxOfTheNotesExample(double temperature, double first, double second, double third) {
    var distribution = of(temperature, 2, 1, 0.5f);

    assertEquals(first, distribution.probability(1), 5e-4);
    assertEquals(second, distribution.probability(2), 5e-4);
    assertEquals(third, distribution.probability(3), 5e-4);
  }

  @Test
  void cumulativeAndTailMassShareTheWhole() {
    var distribution = of(1, 1, 2, 3, 0);

    for (int rank = 1; rank <= 4; rank++) {
      assertEquals(1, distribution.cumulative(rank) + distribution.tailMass(rank), 1e-15);
    }
    assertEquals(1, distribution.tailMass(0));
    assertEquals(0, distribution.tailMass(4));
    assertEquals(1, distribution.cumulative(4));
  }

  @Test
  void aTokensProbabilityIsThatOfItsRank() {
    var distribution = of(1, 1, 3, 2);

    assertEquals(distribution.probability(1), distribution.probabilityOfToken(1));
    assertEquals(distribution.probability(3), distribution.probabilityOfToken(0));
  }

  @Test
  void anImpossibleTokenHasProbabilityZero() {
    var distribution = of(1, 1, OUT);

    assertEquals(0, distribution.probability(2));
    assertEquals(Double.NEGATIVE_INFINITY, distribution.logProbability(2));
    assertEquals(1, distribution.probability(1));
    assertEquals(0, distribution.entropy());
  }

  @Test
  void aLogProbabilitySurvivesWhereTheProbabilityUnderflows() {
    var distribution = of(1, 0, -5000);

    assertEquals(0, distribution.probability(2));
    assertEquals(-5000, distribution.logProbability(2));
  }

  @Test
  void temperatureZeroIsGreedyAndTakesTheLowestIdOfATie() {
    var distribution = of(0, 1, 3, 3);

    assertEquals(1, distribution.logits().tokenAtRank(1));
    assertEquals(1, distribution.probability(1));
    assertEquals(0, distribution.probability(2));
    assertEquals(0, distribution.logProbability(1));
    assertEquals(Double.NEGATIVE_INFINITY, distribution.logProbability(2));
    assertEquals(1, distribution.cumulative(1));
    assertEquals(0, distribution.entropy());
    assertEquals(1, distribution.perplexity());
  }

  @Test
  void aTinyTemperatureSharesTheMassAmongTiesWithoutOverflow() {
    var distribution = of(1e-9, 1, 3, 3);

    assertEquals(0.5, distribution.probability(1));
    assertEquals(0.5, distribution.probability(2));
    assertEquals(0, distribution.probability(3));
    assertEquals(2, distribution.perplexity(), 1e-14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e9, Double.MAX_VALUE, Double.POSITIVE_INFINITY})
  void aHugeTemperatureIsUniformOverTheFiniteLogits(double temperature) {
    var distribution = of(temperature, 5, -5, OUT, 0);

    for (int rank = 1; rank <= 3; rank++) {
      assertEquals(1.0 / 3, distribution.probability(rank), 1e-8);
    }
    assertEquals(0, distribution.probability(4));
    assertEquals(3, distribution.perplexity(), 1e-8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.NEGATIVE_INFINITY})
  void refusesAnInvalidTemperature(double temperature) {
    var e = assertThrows(IllegalArgumentException.class, () -> of(temperature, 1, 2));

    assertTrue(String.valueOf(e.getMessage()).contains("was " + temperature));
  }

  @Test
  void minusZeroIsGreedyToo() {
    assertEquals(1, of(-0.0, 1, 2).probability(1));
  }

  @Test
  void oneTokenAloneIsCertain() {
    var distribution = of(0.7, -3);

    assertEquals(1, distribution.probability(1));
    assertEquals(0, distribution.entropy());
  }

  private static Distribution of(double temperature, float... logits) {
    return Distribution.of(Logits.owning(logits), temperature);
  }
}
