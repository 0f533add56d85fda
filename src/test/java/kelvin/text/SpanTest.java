package kelvin.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void isHalfOpen() {
    var span = new Span(2, 5);

    assertEquals(3, span.length());
    assertFalse(span.contains(1));
    assertTrue(span.contains(2));
    assertTrue(span.contains(4));
    assertFalse(span.contains(5));
  }

  @Test
  void mayBeEmpty() {
    var span = new Span(3, 3);

    assertEquals(0, span.length());
    assertFalse(span.contains(3));
  }

  @Test
  void refusesANegativeStart() {
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, 3));
  }

  @Test
  void refusesAnEndBeforeItsStart() {
    assertThrows(IllegalArgumentException.class, () -> new Span(3, 2));
  }
}
