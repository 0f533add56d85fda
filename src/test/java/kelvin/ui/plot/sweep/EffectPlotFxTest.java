package kelvin.ui.plot.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kelvin.display.InformationUnit;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, the effect of an example is in another unit than the one beside it.
class EffectPlotFxTest {

  /// In nats, which is 2 bits.
  private static final double CHANGE = 2 * Math.log(2);

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static EffectPlot plot(InformationUnit unit) {
    var effects = List.of(new EffectPicture.Effect(1, "2 + 2", "4", CHANGE));
    return Fx.get(
        () -> {
          var plot = new EffectPlot();
          plot.show(new EffectPicture(unit, effects));
          return plot;
        });
  }

  @Test
  void theNumbersAreInTheUnitThatTheTitleNames() {
    assertEquals(
        "effect on log₂ p of the right answer, bits; example 1: +2.00",
        plot(InformationUnit.BITS).summary());
    assertEquals(
        "effect on ln p of the right answer, nats; example 1: +1.39",
        plot(InformationUnit.NATS).summary());
  }

  @Test
  void theFactorIsTheSameInBothUnits() {
    assertEquals(
        "Example 1, 2 + 2 → 4: helps the right answer, log₂ p +2.00 bits with it (p × 4.00)",
        plot(InformationUnit.BITS).wordsOf(0));
    assertEquals(
        "Example 1, 2 + 2 → 4: helps the right answer, ln p +1.39 nats with it (p × 4.00)",
        plot(InformationUnit.NATS).wordsOf(0));
  }
}
