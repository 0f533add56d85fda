package kelvin.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If this fails, a long tooltip is one line across the window, and covers what a user goes to
/// next.
class TooltipWidthFxTest {

  @RegisterExtension private static final WindowExtension WINDOW = WindowExtension.showing("Once");

  private final OpenWindow window;

  TooltipWidthFxTest(OpenWindow window) {
    this.window = window;
  }

  @Test
  void aLongTooltipIsWrappedFromItsFirstSightOn() {
    var tooltip = new Tooltip("a word or two ".repeat(12));
    Fx.run(() -> tooltip.show(window.find("step", Button.class), 100, 100));
    Fx.settle();

    double width = Fx.get(tooltip::getWidth);
    Fx.run(tooltip::hide);
    assertTrue(width < 520, width + " pixels wide");
  }
}
