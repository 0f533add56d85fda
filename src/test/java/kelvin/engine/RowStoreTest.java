package kelvin.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowStoreTest {

  /// Three rows of this size fit into the store, four do not.
  private static final int WIDE = 10 << 20;

  private final RowStore rows = new RowStore();

  @Test
  void keepsACopyBecauseTheModelReusesItsArray() {
    float[] row = {1, 2};
    rows.put(0, row);

    row[0] = 9;

    assertArrayEquals(new float[] {1, 2}, rows.at(0).orElseThrow().toArray());
  }

  @Test
  void ranksARowOnlyOnce() {
    rows.put(0, new float[] {1, 2});

    assertSame(rows.at(0).orElseThrow(), rows.at(0).orElseThrow());
  }

  @Test
  void aNewRowReplacesTheOldOneAndItsRanking() {
    rows.put(0, new float[] {1, 2});
    rows.at(0);

    rows.put(0, new float[] {3, 4});

    assertArrayEquals(new float[] {3, 4}, rows.at(0).orElseThrow().toArray());
  }

  @Test
  void hasNothingAtAnUnknownPosition() {
    assertFalse(rows.holds(3));
    assertEquals(Optional.empty(), rows.at(3));
  }

  @Test
  void dropsAllRowsFromAPositionOn() {
    for (int position = 0; position < 4; position++) {
      rows.put(position, new float[] {position});
    }

    rows.dropFrom(2);

    assertTrue(rows.holds(1));
    assertFalse(rows.holds(2));
    assertFalse(rows.holds(3));
  }

  @Test
  void dropsTheEarliestRowWhenItIsFull() {
    for (int position = 0; position < 4; position++) {
      rows.put(position, new float[WIDE]);
    }

    assertFalse(rows.holds(0));
    assertTrue(rows.holds(1));
    assertTrue(rows.holds(3));
  }

  @Test
  void keepsTheRowJustPutEvenWhenItIsTheEarliest() {
    for (int position = 1; position < 4; position++) {
      rows.put(position, new float[WIDE]);
    }

    rows.put(0, new float[WIDE]);

    assertTrue(rows.holds(0));
    assertFalse(rows.holds(1));
  }

  @Test
  void keepsOneRowOfAnyWidth() {
    rows.put(0, new float[4 * WIDE]);

    assertTrue(rows.holds(0));
  }

  @Test
  void droppedRowsMakeRoom() {
    for (int position = 0; position < 3; position++) {
      rows.put(position, new float[WIDE]);
    }
    rows.dropFrom(1);

    rows.put(1, new float[WIDE]);
    rows.put(2, new float[WIDE]);

    assertTrue(rows.holds(0));
  }
}
