package kelvin.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class LazyPaneTest {

  private final SimpleBooleanProperty shown = new SimpleBooleanProperty(false);
  private final AtomicInteger made = new AtomicInteger();
  private final LazyPane<Region> pane =
      new LazyPane<>(
          shown,
          () -> {
            made.incrementAndGet();
            return new Region();
          });

  @Test
  void isEmptyAndTakesNoRoomUntilItIsShown() {
    assertEquals(0, made.get());
    assertTrue(pane.getChildren().isEmpty());
    assertFalse(pane.isManaged());
  }

  @Test
  void makesItsContentOnce() {
    shown.set(true);
    shown.set(false);
    shown.set(true);

    assertEquals(1, made.get());
    assertTrue(pane.isVisible() && pane.isManaged());
  }

  @Test
  void makesItsContentForWhoeverNeedsItEarlier() {
    var content = pane.content();
    shown.set(true);

    assertSame(content, pane.content());
    assertEquals(1, made.get());
  }
}
