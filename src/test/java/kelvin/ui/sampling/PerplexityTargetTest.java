package kelvin.ui.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.distribution.Distribution;
import kelvin.distribution.Logits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerplexityTargetTest {

  private static final Logits LOGITS = Logits.owning(new float[] {2, 1, 0.5f, 0});

  private final List<Double> found = new ArrayList<>();
  private final PerplexityTarget target =
      new PerplexityTarget(Runnable::run, Runnable::run, found::add);

  @Test
  void findsTheTemperature() {
    target.aim("3", Optional.of(LOGITS), false);

    assertTrue(target.outcomeProperty().get().reached());
    assertEquals(3, Distribution.of(LOGITS, found.getFirst()).perplexity(), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, between 1 and 4",
    "4.1, between 1 and 4",
    "nan, Type a number",
    "many, Type a number",
  })
  void saysWhatCannotBeReached(String typed, String why) {
    target.aim(typed, Optional.of(LOGITS), false);

    assertFalse(target.outcomeProperty().get().reached());
    assertTrue(target.outcomeProperty().get().sentence().contains(why));
    assertEquals(List.of(), found);
  }

  @Test
  void saysThatATieAtTheTopIsInTheWay() {
    target.aim("1.5", Optional.of(Logits.owning(new float[] {1, 1, 0})), false);

    assertTrue(target.outcomeProperty().get().sentence().contains("tie at the top"));
    assertEquals(List.of(), found);
  }

  @Test
  void needsADistributionAndAFixedTemperature() {
    target.aim("2", Optional.empty(), false);
    assertTrue(target.outcomeProperty().get().sentence().contains("no distribution"));

    target.aim("2", Optional.of(LOGITS), true);
    assertTrue(target.outcomeProperty().get().sentence().contains("Dynamic temperature is on"));
  }
}
