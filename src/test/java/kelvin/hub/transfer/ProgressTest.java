package kelvin.hub.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kelvin.hub.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A download of gigabytes without honest numbers looks as if it hangs.
final class ProgressTest {

  private static Stream<Arguments> sentences() {
    return Stream.of(
        arguments(Progress.Phase.FETCHING, 1e6, "500 MB of 2.00 GB, 1.00 MB/s, 25 min 0 s left: x"),
        arguments(Progress.Phase.FETCHING, 1e9, "500 MB of 2.00 GB, 1.00 GB/s, 2 s left: x"),
        arguments(Progress.Phase.FETCHING, 1e5, "500 MB of 2.00 GB, 100 kB/s, 4 h 10 min left: x"),
        arguments(Progress.Phase.FETCHING, 0.0, "500 MB of 2.00 GB: x"),
        arguments(Progress.Phase.CHECKING, 1e6, "500 MB of 2.00 GB, checks the bytes of x"),
        arguments(Progress.Phase.WAITING, 0.0, "500 MB of 2.00 GB, waits 4 s and tries again: x"),
        arguments(
            Progress.Phase.LOCKED, 0.0, "500 MB of 2.00 GB, waits: another program fetches x"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void aSentenceSaysHowFarHowFastAndHowLong(Progress.Phase phase, double rate, String sentence) {
    var pause =
        phase == Progress.Phase.WAITING
            ? Optional.of(Duration.ofSeconds(4))
            : Optional.<Duration>empty();

    assertEquals(
        sentence, new Progress(phase, "x", 500_000_000, 2_000_000_000, rate, pause).sentence());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.00 kB",
    "12345, 12.3 kB",
    "999499, 999 kB",
    "999500, 1.00 MB",
    "1990000000, 1.99 GB",
    "6210000000, 6.21 GB",
    "2000000000000, 2.00 TB"
  })
  void aSizeHasThreeDigits(long bytes, String text) {
    assertEquals(text, Bytes.of(bytes));
  }

  @Test
  void theRateIsThatOfTheLastSecondsAndForgetsAPause() {
    var now = new AtomicLong();
    var meter = new RateMeter(now::get);
    assertEquals(0, meter.rate());
    for (int i = 0; i < 100; i++) {
      now.addAndGet(250_000_000);
      meter.add(i < 50 ? 1000 : 250);
    }

    assertEquals(1000, meter.rate(), 30);

    now.addAndGet(3_600_000_000_000L);
    meter.restart();
    now.addAndGet(1_000_000_000);
    meter.add(77);

    assertEquals(77, meter.rate());
  }

  @Test
  void theTallyCountsEveryByteOnceEvenIfAFileBeginsAnew() {
    var told = new ArrayList<Progress>();
    var tally = new Tally(told::add, () -> 0);
    tally.expect(30);
    tally.begin("a", 0);
    tally.add(10);
    tally.finish(10);
    tally.begin("b", 5);
    tally.add(5);
    tally.restart(0);
    tally.add(20);

    assertEquals(List.of(10L, 20L, 30L), told.stream().map(Progress::done).toList());
    assertEquals(1, told.getLast().share());
  }
}
