package kelvin.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestOnFxThreadTest {

  private final ArrayDeque<Runnable> fxQueue = new ArrayDeque<>();
  private final List<String> delivered = new ArrayList<>();
  private final LatestOnFxThread<String> consumer =
      new LatestOnFxThread<>(fxQueue::add, delivered::add);

  @Test
  void onlyTheLatestOfManyValuesIsDelivered() {
    consumer.accept("first");
    consumer.accept("second");
    consumer.accept("third");

    fxQueue.forEach(Runnable::run);

    assertEquals(List.of("third"), delivered);
  }

  @Test
  void aThousandValuesQueueOneDelivery() {
    for (int i = 0; i < 1000; i++) {
      consumer.accept("value " + i);
    }

    assertEquals(1, fxQueue.size());
  }

  @Test
  void aValueAfterADeliveryIsDeliveredToo() {
    consumer.accept("first");
    fxQueue.remove().run();

    consumer.accept("second");
    fxQueue.remove().run();

    assertEquals(List.of("first", "second"), delivered);
  }
}
