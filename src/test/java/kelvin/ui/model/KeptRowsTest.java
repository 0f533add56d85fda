package kelvin.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import kelvin.display.LogitsMemory;
import org.junit.jupiter.api.Test;

/// If this fails, the limit that the user chooses for rows of logits has no effect.
class KeptRowsTest {

  private final KeptRows rows = new ModelViewModel().rows();

  @Test
  void theChoiceLimitsTheMemoryAndDropsWhatIsOverIt() {
    var limits = new ArrayList<Long>();
    rows.setOnLess(() -> limits.add(rows.memory().limit()));
    assertEquals(128L << 20, rows.memory().limit());

    rows.limitProperty().set(LogitsMemory.MB_32);

    assertEquals(32L << 20, rows.memory().limit());
    assertEquals(32L << 20, limits.getLast());
  }
}
