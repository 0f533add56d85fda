package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IndexRangeTest {

  @Test
  void containsItsStartButNotItsEnd() {
    var range = new IndexRange(2, 5);

    assertEquals(3, range.count());
    assertFalse(range.isEmpty());
    assertTrue(range.contains(2));
    assertTrue(range.contains(4));
    assertFalse(range.contains(1));
    assertFalse(range.contains(5));
  }

  @Test
  void anEmptyOneContainsNothing() {
    assertTrue(IndexRange.NONE.isEmpty());
    assertEquals(0, IndexRange.NONE.count());
    assertFalse(IndexRange.NONE.contains(0));
  }

  @Test
  void refusesAnEndBeforeItsStart() {
    assertThrows(IllegalArgumentException.class, () -> new IndexRange(3, 2));
    assertThrows(IllegalArgumentException.class, () -> new IndexRange(-1, 2));
  }
}
