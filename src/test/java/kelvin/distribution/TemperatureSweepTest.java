package kelvin.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemperatureSweepTest {

  @Test
  void everyPointIsTheDistributionAtItsTemperature() {
    var logits = Logits.owning(new float[] {2, 1, 0.5f, -3});
    var temperatures = List.of(0.1, 0.7, 1.0, 4.0);

    var sweep = TemperatureSweep.of(logits, List.of(1, 3), temperatures, 0.9);

    for (int i = 0; i < temperatures.size(); i++) {
      var distribution = Distribution.of(logits, temperatures.get(i));
      assertEquals(distribution.probability(1), sweep.probabilities().get(0).get(i));
      assertEquals(distribution.probability(3), sweep.probabilities().get(1).get(i));
      assertEquals(distribution.entropy(), sweep.entropies().get(i));
    }
  }

  @Test
  void theTopTokenOnlyLosesAsTheTemperatureRises() {
    var logits = Logits.owning(new float[] {2, 1, 0.5f, -3});

    var top =
        TemperatureSweep.of(logits, List.of(1), List.of(0.05, 0.2, 0.5, 1.0, 3.0, 10.0), 0.9)
            .probabilities()
            .getFirst();

    assertEquals(top.stream().sorted(java.util.Comparator.reverseOrder()).toList(), top);
  }
}
