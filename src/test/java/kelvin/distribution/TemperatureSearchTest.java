package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureSearchTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheTemperatureOfAPerplexity(long seed) {
    var random = new Random(seed);
    var values = new float[2 + random.nextInt(3000)];
    for (int id = 0; id < values.length; id++) {
      values[id] = (float) (4 * random.nextGaussian());
    }
    var logits = Logits.owning(values);
    for (int round = 0; round < 20; round++) {
      double wanted = 1.001 + (values.length - 1.01) * random.nextDouble();

      double temperature = TemperatureSearch.forPerplexity(logits, wanted);

      assertEquals(
          wanted, Distribution.of(logits, temperature).perplexity(), 1e-9 * wanted, "of " + wanted);
    }
  }

  @Test
  void aPerplexityOfOneIsGreedyAndThatOfAllTokensIsUniform() {
    var logits = Logits.owning(new float[] {1, 2, Float.NEGATIVE_INFINITY});

    assertEquals(0, TemperatureSearch.forPerplexity(Logits.owning(new float[] {5}), 1));
    assertEquals(
        2, Distribution.of(logits, TemperatureSearch.forPerplexity(logits, 2)).perplexity());
  }

  @Test
  void noTemperatureGoesBelowATieAtTheTop() {
    var logits = Logits.owning(new float[] {3, 3, 3, 0});

    double temperature = TemperatureSearch.forPerplexity(logits, 2);

    assertEquals(3, Distribution.of(logits, temperature).perplexity(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 2.1, Double.NaN})
  void refusesAnImpossiblePerplexity(double perplexity) {
    var logits = Logits.owning(new float[] {1, 2, Float.NEGATIVE_INFINITY});

    assertThrows(
        IllegalArgumentException.class, () -> TemperatureSearch.forPerplexity(logits, perplexity));
  }

  @Test
  void theSlopeOfTheEntropyIsTheVarentropyOverTheTemperature() {
    var logits = Logits.owning(new float[] {4, 2, 1, 0, -3});

    double above = Distribution.of(logits, 1.3 + 1e-6).entropy();
    double below = Distribution.of(logits, 1.3 - 1e-6).entropy();

    assertEquals((above - below) / 2e-6, Distribution.of(logits, 1.3).entropySlope(), 1e-8);
  }
}
