package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// If these tests fail, Kelvin takes more memory than the user allows, or drops the row that the
/// user looks at.
class RowMemoryTest {

  private static final int WIDTH = 10;
  private static final long ROW = WIDTH * Float.BYTES;

  private final RowMemory memory = new RowMemory();
  private final RowStore first = new RowStore(memory);
  private final RowStore second = new RowStore(memory);

  private static void put(RowStore store, int... positions) {
    for (int position : positions) {
      store.put(position, new float[WIDTH]);
    }
  }

  @Test
  void thePromptUsedLongestAgoLosesItsRowsFirst() {
    memory.setLimit(4 * ROW);
    put(first, 0, 1, 2);
    put(second, 0, 1);

    assertFalse(first.holds(0));
    assertTrue(first.holds(1) && first.holds(2));
    assertEquals(2, second.count());

    put(first, 3);
    assertEquals(3, first.count(), "its own rows are the newer ones now");
    assertEquals(1, second.count());
  }

  @Test
  void theLatestRowOfThePromptInUseStays() {
    memory.setLimit(1);
    put(first, 0, 1);
    put(second, 5);

    assertEquals(0, first.count());
    assertTrue(second.holds(5));
    assertEquals(ROW, memory.bytes());
  }

  @Test
  void aLowerLimitFreesMemoryAtOnce() {
    put(first, 0, 1, 2, 3);
    put(second, 0, 1, 2);
    assertEquals(7 * ROW, memory.bytes());

    memory.setLimit(2 * ROW);
    memory.trim();

    assertEquals(2 * ROW, memory.bytes());
    assertTrue(second.holds(2));
  }

  @Test
  void rowsThatNoLongerFitTheTextMakeRoom() {
    memory.setLimit(4 * ROW);
    put(first, 0, 1, 2);
    first.dropFrom(1);
    put(second, 0, 1, 2);

    assertEquals(1, first.count());
    assertEquals(3, second.count());
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> memory.setLimit(0));
  }
}
