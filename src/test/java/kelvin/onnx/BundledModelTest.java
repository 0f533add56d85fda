package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelDescriptor.CacheKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests the bundled model: cached and uncached logits agree, and a run can be cancelled.
final class BundledModelTest {

  private static final int MAX_LENGTH = 40;

  private static LanguageModel cached;

  /// Runs the same graph and keeps no states, so that each of its runs is like the first.
  private static GraphRunner uncached;

  @BeforeAll
  static void open() throws Exception {
    cached = Models.open(Models.bundled());
    var folder = new ModelFolderReader().read(Models.bundled());
    uncached = new GraphRunner(Models.opening(folder).open(false));
    uncached.useCache(new NoCache(uncached.environment(), uncached.signature().cache()));
  }

  @AfterAll
  static void close() throws Exception {
    cached.close();
    uncached.close();
  }

  private static List<float[]> uncachedRows(int[] ids) throws OrtException {
    return uncached.runOnce(ids);
  }

  private static int[] randomIds(Random random, int count) {
    return random.ints(count, 0, cached.descriptor().logitCount()).toArray();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomSplitsOfRandomPromptsGiveTheUncachedLogits(long seed) throws Exception {
    var random = new Random(seed);
    int[] ids = randomIds(random, 2 + random.nextInt(MAX_LENGTH));
    var whole = uncachedRows(ids);

    for (int from = 0; from < ids.length; ) {
      int to = from + 1 + random.nextInt(ids.length - from);
      var rows = Models.rows(cached, Arrays.copyOf(ids, to), from);
      double difference = Models.difference(rows, whole.subList(from, to));
      assertTrue(difference <= 1e-4, () -> "logits differ by " + difference);
      from = to;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void randomEditsGiveTheUncachedLogits(long seed) throws Exception {
    var random = new Random(seed);
    int[] ids = randomIds(random, MAX_LENGTH);
    Models.rows(cached, ids, 0);

    for (int edit = 0; edit < 4; edit++) {
      ids = Arrays.copyOf(ids, 5 + random.nextInt(MAX_LENGTH));
      ids[random.nextInt(ids.length)] = random.nextInt(4096);
      int from = random.nextInt(ids.length);
      var rows = Models.rows(cached, ids, from);
      double difference = Models.difference(rows, uncachedRows(ids).subList(from, ids.length));
      assertTrue(difference <= 1e-4, () -> "logits differ by " + difference);
    }
  }

  @Test
  void theUncachedLogitsAreThoseOfANewlyOpenedModel() throws Exception {
    int[] ids = randomIds(new Random(30), MAX_LENGTH);
    uncachedRows(randomIds(new Random(31), MAX_LENGTH));

    try (var fresh = Models.open(Models.bundled())) {
      double difference = Models.difference(Models.rows(fresh, ids, 0), uncachedRows(ids));
      assertTrue(difference <= 1e-4, () -> "logits differ by " + difference);
    }
  }

  @Test
  void itsDescriptorDescribesIt() {
    var descriptor = cached.descriptor();

    assertEquals("kelvin-tiny", descriptor.name());
    assertEquals(CacheKind.PING_PONG, descriptor.cache());
    assertEquals(4096, descriptor.logitCount());
    assertEquals(512, descriptor.contextLength().orElse(0));
    assertEquals(6_951_168, descriptor.parameterCount());
    assertEquals("float32", descriptor.precision());
    assertEquals(List.of(), descriptor.warnings());
    assertTrue(descriptor.probes().stream().allMatch(outcome -> outcome.passed()));
  }

  @Test
  void aLongPromptIsCancelledFromAnotherThreadAndTheNextOneIsRight() throws Exception {
    var cancellation = new Cancellation();
    var firstRunDone = new CountDownLatch(1);
    int[] ids = randomIds(new Random(20), 400);
    try (var canceller = Executors.newSingleThreadExecutor()) {
      var cancelled =
          canceller.submit(
              () -> {
                firstRunDone.await();
                cancellation.cancel();
                return true;
              });

      // Repeats the run until the signal arrives during one.
      assertThrows(
          CancelledException.class,
          () -> {
            for (int first = 0; ; first++) {
              ids[0] = first % 4096;
              cached.run(ids, 399, (_, _) -> firstRunDone.countDown(), cancellation);
            }
          });
      assertTrue(cancelled.get());
    }

    int[] next = Arrays.copyOf(ids, 30);
    double difference = Models.difference(Models.rows(cached, next, 0), uncachedRows(next));
    assertTrue(difference <= 1e-4, () -> "logits differ by " + difference);
  }
}
