package kelvin.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kelvin.ui.plot.pair.PairBar;
import kelvin.ui.plot.pair.PairBars;
import kelvin.window.Fx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// If these fail, another answer is selected, read out and copied than the one that the user chose,
/// because a search has found more probable ones meanwhile.
class RowsPlotFxTest {

  private final PairBars bars = Fx.get(PairBars::new);

  @BeforeAll
  static void startTheToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static PairBar row(String text, double a) {
    return new PairBar(text, a, 0.1, PairBar.Kind.PLAIN);
  }

  private void show(PairBar... rows) {
    Fx.run(() -> bars.barsProperty().set(List.of(rows)));
  }

  private int selected() {
    return Fx.get(() -> bars.selectedProperty().get());
  }

  @Test
  void theSelectedRowStaysSelectedWhereOthersComeAboveIt() {
    show(row("cat", 0.4), row("dog", 0.3));
    Fx.run(() -> bars.selectedProperty().set(1));

    show(row("cow", 0.5), row("cat", 0.4), row("dog", 0.35));

    assertEquals(2, selected());
    assertTrue(Fx.get(() -> bars.textToCopy().orElseThrow()).startsWith("dog\t"));
    assertTrue(Fx.get(() -> bars.getAccessibleText()).startsWith("dog"));
  }

  @Test
  void aRowThatIsMissingIsSelectedAgainWhenItComesBack() {
    show(row("cat", 0.4), row("dog", 0.3));
    Fx.run(() -> bars.selectedProperty().set(1));

    show();
    assertEquals(-1, selected());
    show(row("dog", 0.6), row("cat", 0.4));

    assertEquals(0, selected());
  }

  @Test
  void nothingIsSelectedByItself() {
    show(row("cat", 0.4), row("dog", 0.3));
    show(row("dog", 0.6), row("cat", 0.4));

    assertEquals(-1, selected());
  }
}
