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

/// Every usable export of the toy model gives the same logits as its forward pass in plain Java.
final class SupportedGraphsTest {

  private static final ToyModel TOY = ToyModel.small(11);

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return Stream.of(usualExports(), otherExports(), structures()).flatMap(each -> each);
  }

  private static Stream<Set<ToyFeature>> usualExports() {
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
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT4),
        EnumSet.of(ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.ONE_TOKEN_AFTER_PAST, ToyFeature.LAST_ROW_ONLY));
  }

  /// Signatures of older and rarer exporters.
  private static Stream<Set<ToyFeature>> otherExports() {
    return Stream.of(
        EnumSet.of(ToyFeature.MERGED, ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.PAIR, ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.ONNX_FOLDER),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK, ToyFeature.FIXED_CACHE),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK, ToyFeature.WINDOW),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT8_CACHE),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.INT8_CACHE, ToyFeature.UINT8_CACHE),
        EnumSet.of(
            ToyFeature.CACHE,
            ToyFeature.COMBINED_CACHE,
            ToyFeature.MASK,
            ToyFeature.POSITIONS,
            ToyFeature.INT32),
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.COMBINED_CACHE, ToyFeature.MASK, ToyFeature.REAL_MASK),
        EnumSet.of(ToyFeature.RANK_THREE_TOKENS),
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.DYNAMO_NAMES, ToyFeature.MASK, ToyFeature.CACHE_POSITION),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.BLOOM_CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.FUSED_CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.ONE_HEAD_CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.NARROW_VALUES, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CONVOLUTION, ToyFeature.CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CONVOLUTION, ToyFeature.CACHE, ToyFeature.UNNAMED_STATE),
        EnumSet.of(ToyFeature.STATIC_CACHE),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.SQUARE_MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.SQUARE_MASK, ToyFeature.HALF),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.BOOLEAN_MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.TOKEN_TYPES, ToyFeature.PAST_LENGTH),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.ONE_TOKEN),
        EnumSet.of(ToyFeature.CONVOLUTION, ToyFeature.CACHE, ToyFeature.ONE_TOKEN),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.ROTARY_POSITIONS),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.OWN_NAMES),
        EnumSet.of(ToyFeature.EMBEDDINGS_INPUT, ToyFeature.EMBEDDINGS_FILE, ToyFeature.CACHE),
        EnumSet.of(
            ToyFeature.EMBEDDINGS_INPUT,
            ToyFeature.EMBEDDINGS_FILE,
            ToyFeature.CACHE,
            ToyFeature.HALF));
  }

  /// Other arithmetic within the model.
  private static Stream<Set<ToyFeature>> structures() {
    var gemma =
        EnumSet.of(
            ToyFeature.CACHE,
            ToyFeature.MASK,
            ToyFeature.SCALED_EMBEDDINGS,
            ToyFeature.CAPPED_SCORES,
            ToyFeature.CAPPED_LOGITS,
            ToyFeature.SHARED_TABLE);
    var inHalf = EnumSet.copyOf(gemma);
    inHalf.add(ToyFeature.HALF);
    return Stream.of(
        gemma,
        inHalf,
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.BRAIN_HALF),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.QUANTISED_TABLE),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.QUANTISED_TABLE, ToyFeature.INT4));
  }

  static double tolerance(Set<ToyFeature> features) {
    // The scale of attention scores in the graph is itself a half-precision number.
    return features.contains(ToyFeature.HALF) ? 2e-3 : 1e-4;
  }

  @ParameterizedTest
  @MethodSource("exports")
  void aWholePromptGetsTheReferenceLogitsAtEveryPosition(Set<ToyFeature> features)
      throws Exception {
    int[] ids = randomIds(new Random(1), 23);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      assertEquals(TOY.vocabulary(), model.descriptor().logitCount());
      assertRows(features, model, ids, 0);
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void tokenByTokenGivesTheReferenceLogits(Set<ToyFeature> features) throws Exception {
    int[] ids = randomIds(new Random(2), 17);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      for (int length = 1; length <= ids.length; length++) {
        assertRows(features, model, Arrays.copyOf(ids, length), length - 1);
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
        assertRows(features, model, Arrays.copyOf(ids, to), from);
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
        assertRows(features, model, ids, random.nextInt(ids.length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void theDescriptorShowsTheKindOfCache(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      assertEquals(expectedKind(features), model.descriptor().cache());
    }
  }

  private static CacheKind expectedKind(Set<ToyFeature> features) {
    if (features.contains(ToyFeature.GROUPED_ATTENTION)) {
      return CacheKind.SHARED_BUFFER;
    }
    if (features.contains(ToyFeature.STATIC_CACHE)) {
      return CacheKind.CHAINED;
    }
    return features.contains(ToyFeature.CACHE) ? CacheKind.PING_PONG : CacheKind.NONE;
  }

  private static void assertRows(
      Set<ToyFeature> features, LanguageModel model, int[] ids, int firstPosition) {
    double tolerance = tolerance(features);
    var all = List.of(TOY.exportedAs(features).logits(ids));
    double difference =
        Models.difference(
            Models.rows(model, ids, firstPosition), all.subList(firstPosition, ids.length));
    assertTrue(difference <= tolerance, () -> "logits differ by " + difference);
  }

  /// Replaces the end, removes it, inserts something in the middle, or appends.
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
