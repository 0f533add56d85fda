package kelvin.ui.plot.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, a user copies the numbers of another answer than the one that was selected.
class PairBarsTest {

  private final PairBars bars = new PairBars();

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static PairBar row(String text) {
    return new PairBar(text, 0.5, 0.25, PairBar.Kind.PLAIN);
  }

  @Test
  void theSelectedAnswerStaysSelectedWhereOthersComeBeforeIt() {
    bars.show(List.of(row("17"), row("18")));
    bars.selectedProperty().set(1);

    bars.show(List.of(row("30"), row("18"), row("17")));
    assertEquals(1, bars.selectedProperty().get());
    bars.show(List.of(row("18")));
    assertEquals(0, bars.selectedProperty().get());
    assertEquals("18\t50.00 %\t25.00 %\t−25.00", bars.textToCopy().orElseThrow());
  }

  @Test
  void nothingIsSelectedWhereTheAnswerIsGone() {
    bars.show(List.of(row("17"), row("18")));
    bars.selectedProperty().set(1);

    bars.show(List.of(row("17"), row("30")));

    assertEquals(-1, bars.selectedProperty().get());
  }
}
