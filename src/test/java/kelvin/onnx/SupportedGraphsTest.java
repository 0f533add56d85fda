package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every usable export of the toy model gives the logits of its forward pass in plain Java.
final class SupportedGraphsTest {

  private static final ToyModel TOY = ToyModel.small(11);

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return Stream.of(
        EnumSet.noneOf(ToyFeature.class),
        EnumSet.of(ToyFeature.MASK),
        EnumSet.of(ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.CACHE),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(
            ToyFeature.CACHE,
            ToyFeature.MASK,
            ToyFeature.ONNX_FOLDER,
            ToyFeature.NUM_LOGITS_TO_KEEP),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.LOGITS_TO_KEEP),
        EnumSet.of(ToyFeature.MASK, ToyFeature.NUM_LOGITS_TO_KEEP),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.INT32),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.OPEN_CACHE_SHAPE),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.ONE_TOKEN_AFTER_PAST),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.NUM_LOGITS_TO_KEEP, ToyFeature.IGNORES_KEPT_LOGITS),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.HALF),
        EnumSet.of(ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.ONE_TOKEN_AFTER_PAST, ToyFeature.LAST_ROW_ONLY));
  }

  private static double tolerance(Set<ToyFeature> features) {
    // Half precision all the way through the graph, logits of up to 8: the last bits add up.
    return features.contains(ToyFeature.HALF) ? 0.1 : 1e-4;
  }

  @ParameterizedTest
  @MethodSource("exports")
  void aWholePromptGetsTheReferenceLogitsAtEveryPosition(Set<ToyFeature> features)
      throws Exception {
    int[] ids = randomIds(new Random(1), 23);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      assertEquals(TOY.vocabulary(), model.descriptor().logitCount());
      assertRows(model, ids, 0, tolerance(features));
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void tokenByTokenGivesTheReferenceLogits(Set<ToyFeature> features) throws Exception {
    int[] ids = randomIds(new Random(2), 17);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      for (int length = 1; length <= ids.length; length++) {
        assertRows(model, Arrays.copyOf(ids, length), length - 1, tolerance(features));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void randomChunksGiveTheReferenceLogits(Set<ToyFeature> features) throws Exception {
    var random = new Random(3);
    int[] ids = randomIds(random, 60);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      for (int from = 0; from < ids.length; ) {
        int to = Math.min(ids.length, from + 1 + random.nextInt(12));
        assertRows(model, Arrays.copyOf(ids, to), from, tolerance(features));
        from = to;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void randomEditsOfThePromptGiveTheReferenceLogits(Set<ToyFeature> features) throws Exception {
    var random = new Random(4);
    int[] ids = randomIds(random, 30);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      for (int edit = 0; edit < 20; edit++) {
        ids = edited(ids, random);
        assertRows(model, ids, random.nextInt(ids.length), tolerance(features));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void theDescriptorSaysHowTheCacheIsKept(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      boolean cache = features.contains(ToyFeature.CACHE);

      assertEquals(cache ? CacheKind.PING_PONG : CacheKind.NONE, model.descriptor().cache());
    }
  }

  private static void assertRows(
      LanguageModel model, int[] ids, int firstPosition, double tolerance) {
    var all = List.of(TOY.logits(ids));
    double difference =
        Models.difference(
            Models.rows(model, ids, firstPosition), all.subList(firstPosition, ids.length));
    assertTrue(difference <= tolerance, () -> "logits differ by " + difference);
  }

  /// Replaces the end, cuts it, puts something in the middle, or goes on.
  private static int[] edited(int[] ids, Random random) {
    var list = new ArrayList<Integer>();
    Arrays.stream(ids).forEach(list::add);
    int at = random.nextInt(list.size());
    switch (random.nextInt(4)) {
      case 0 -> list.set(at, random.nextInt(TOY.vocabulary()));
      case 1 -> list.subList(Math.max(1, at), list.size()).clear();
      case 2 -> list.add(at, random.nextInt(TOY.vocabulary()));
      default -> {
        for (int i = 0; i < 4; i++) {
          list.add(random.nextInt(TOY.vocabulary()));
        }
      }
    }
    return list.stream().mapToInt(Integer::intValue).limit(TOY.context()).toArray();
  }

  private static int[] randomIds(Random random, int count) {
    return random.ints(count, 0, TOY.vocabulary()).toArray();
  }
}
