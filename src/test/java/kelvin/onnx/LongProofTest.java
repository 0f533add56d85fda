package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.IdsOnly;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadRecord;
import kelvin.inference.LoadRecords;
import kelvin.inference.LoadedModel;
import kelvin.inference.ModelLoadException;
import kelvin.inference.ProofResult;
import kelvin.onnx.fixture.FaultyCopy;
import kelvin.onnx.fixture.ToyFault;
import kelvin.onnx.fixture.ToyFault.Kind;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.proof.LengthProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Graphs with faults that a few tokens do not show are refused after the proof at length, or used
/// in a way that gives the right logits. Otherwise a user would see wrong numbers with sixteen
/// digits.
final class LongProofTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] PROBE_IDS = {40, 80, 120, 160};

  @TempDir Path folder;

  private final Map<String, LoadRecord> kept = new HashMap<>();
  private final LoadRecords records =
      new LoadRecords() {
        @Override
        public Optional<LoadRecord> find(String key) {
          return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, LoadRecord loadRecord) {
          kept.put(key, loadRecord);
        }
      };

  /// A toy with a fault and the features of its export.
  record Faulty(ToyFault fault, Set<ToyFeature> features) {}

  static Stream<Faulty> faultyGraphs() {
    return layouts()
        .flatMap(features -> faults(features).map(fault -> new Faulty(fault, features)));
  }

  private static Stream<Set<ToyFeature>> layouts() {
    return Stream.of(
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.BLOOM_CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.COMBINED_CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.CONVOLUTION, ToyFeature.CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.STATIC_CACHE),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.HALF),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.INT4),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8),
        EnumSet.of(ToyFeature.MERGED, ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.ONE_TOKEN_AFTER_PAST));
  }

  private static Stream<ToyFault> faults(Set<ToyFeature> features) {
    var faults = new ArrayList<ToyFault>();
    if (features.contains(ToyFeature.CACHE) || features.contains(ToyFeature.STATIC_CACHE)) {
      for (int limit : new int[] {2, 4, 16, 48}) {
        faults.add(new ToyFault(Kind.SEES_LAST_CACHED, limit));
        faults.add(new ToyFault(Kind.SEES_FIRST_CACHED, limit));
      }
    }
    if (features.contains(ToyFeature.POSITIONS)) {
      for (int limit : new int[] {3, 16, 50}) {
        faults.add(new ToyFault(Kind.CLIPS_POSITIONS, limit));
        faults.add(new ToyFault(Kind.REPEATS_POSITIONS, limit + 1));
      }
    }
    for (int limit : new int[] {2, 3, 40}) {
      faults.add(new ToyFault(Kind.SEES_FUTURE_BEYOND, limit));
      faults.add(new ToyFault(Kind.SEES_FUTURE_FROM, limit + 13));
    }
    faults.add(new ToyFault(Kind.SEES_FUTURE_IN_SECOND_HALF, 0));
    faults.add(new ToyFault(Kind.SEES_FIRST_HALF, 0));
    return faults.stream();
  }

  @ParameterizedTest
  @MethodSource("faultyGraphs")
  void aGraphWithALateFaultIsRefusedOrUsedRightly(Faulty faulty) throws Exception {
    ToyFolder.write(folder, TOY.withFault(faulty.fault()), faulty.features());

    assertRefusedOrRight(TOY.exportedAs(faulty.features()), faulty.features());
  }

  @Test
  void aMaskedModelWithSmallLogitsIsRefused() throws Exception {
    var small = new ToyModel(TOY, 0.01f);
    ToyFolder.write(folder, small, ToyFeature.MASK, ToyFeature.SEES_LATER_TOKENS);

    assertRefusedOrRight(small, EnumSet.of(ToyFeature.MASK));
  }

  /// A toy with random weights and the features of its export.
  record Sound(int seed, Set<ToyFeature> features) {}

  static Stream<Sound> soundGraphs() {
    return IntStream.range(20, 24)
        .boxed()
        .flatMap(
            seed ->
                Stream.concat(SupportedGraphsTest.exports(), quantised())
                    .map(features -> new Sound(seed, features)));
  }

  private static Stream<Set<ToyFeature>> quantised() {
    return Stream.of(
        EnumSet.of(ToyFeature.MASK, ToyFeature.DYNAMIC_INT8),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8),
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.DYNAMIC_INT8),
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT4, ToyFeature.COARSE_ACTIVATIONS));
  }

  @ParameterizedTest
  @MethodSource("soundGraphs")
  void aSoundGraphIsProvedForItsWholeContext(Sound sound) throws Exception {
    ToyFolder.write(folder, ToyModel.small(sound.seed()), sound.features());

    try (var model = load()) {
      var result = prove(model);

      assertEquals(Optional.empty(), result.fault(), () -> result.outcomes().toString());
      assertTrue(result.length() > 32, () -> "only " + result.length());
      assertEquals(result.length(), model.descriptor().provedLength());
    }
    try (var again = load()) {
      assertTrue(again.descriptor().provedLength() > 32);
      assertTrue(LengthProof.of(new LoadedModel(again, new IdsOnly(TOY.vocabulary()))).isEmpty());
    }
  }

  static Stream<ToyFault> faultsOfTheBundledModel() {
    return Stream.of(
        new ToyFault(Kind.SEES_LAST_CACHED, 2),
        new ToyFault(Kind.SEES_LAST_CACHED, 4),
        new ToyFault(Kind.SEES_LAST_CACHED, 16),
        new ToyFault(Kind.SEES_LAST_CACHED, 48),
        new ToyFault(Kind.SEES_FIRST_CACHED, 2),
        new ToyFault(Kind.SEES_FIRST_CACHED, 4),
        new ToyFault(Kind.SEES_FIRST_CACHED, 16),
        new ToyFault(Kind.CLIPS_POSITIONS, 3),
        new ToyFault(Kind.CLIPS_POSITIONS, 16),
        new ToyFault(Kind.REPEATS_POSITIONS, 4),
        new ToyFault(Kind.REPEATS_POSITIONS, 16),
        new ToyFault(Kind.SEES_FUTURE_BEYOND, 2),
        new ToyFault(Kind.SEES_FUTURE_BEYOND, 3),
        new ToyFault(Kind.SEES_FUTURE_IN_SECOND_HALF, 0),
        new ToyFault(Kind.SEES_FUTURE_FROM, 16),
        new ToyFault(Kind.SEES_FIRST_HALF, 0));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheBundledModel")
  void theBundledModelWithALateFaultIsRefusedOrUsedRightly(ToyFault fault) throws Exception {
    copyBundledWith(fault);
    int[] ids = new Random(5).ints(80, 1, 4096).toArray();
    List<float[]> expected;
    try (var sound = Models.open(Models.bundled())) {
      expected = Models.rows(sound, ids, 0);
    }

    assertRefusedOr(
        model -> {
          for (int length = 1; length <= ids.length; length++) {
            var rows = Models.rows(model, Arrays.copyOf(ids, length), length - 1);
            var row = expected.subList(length - 1, length);
            assertTrue(Models.difference(rows, row) < 1e-3, "at " + length);
          }
        });
  }

  private void copyBundledWith(ToyFault fault) throws IOException {
    try (var files = Files.list(Models.bundled())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = folder.resolve(String.valueOf(file.getFileName()));
        if (file.endsWith("model.onnx")) {
          Files.write(copy, FaultyCopy.of(Files.readAllBytes(file), fault));
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  @Test
  void theBundledModelIsProvedTo256Tokens() throws Exception {
    try (var model = Models.open(Models.bundled())) {
      var result = prove(model);

      assertEquals(Optional.empty(), result.fault(), () -> result.outcomes().toString());
      assertEquals(LengthProof.MAX_LENGTH, result.length());
    }
  }

  private void assertRefusedOrRight(ToyModel toy, Set<ToyFeature> features) throws Exception {
    assertRefusedOr(model -> assertRight(toy, model, features));
  }

  private void assertRefusedOr(Consumer<LanguageModel> right) throws Exception {
    var tried = new ArrayList<ProofResult>();
    for (int attempt = 0; attempt < 5; attempt++) {
      try (var model = load()) {
        var result = prove(model);
        tried.add(result);
        if (result.fault().isEmpty()) {
          right.accept(model);
          return;
        }
      } catch (ModelLoadException e) {
        assertTrue(!e.reason().contains("Exception"), e.reason());
        return;
      }
    }
    throw new AssertionError("the proof finds faults again and again: " + tried);
  }

  private LanguageModel load() throws ModelLoadException {
    return new OnnxModelLoader(1, records).load(new ModelFolderReader().read(folder), PROBE_IDS);
  }

  private static ProofResult prove(LanguageModel model) {
    var loaded = new LoadedModel(model, new IdsOnly(model.descriptor().logitCount()));
    var proof = LengthProof.of(loaded).orElseThrow();
    while (proof.runNext(new Cancellation())) {
      assertTrue(proof.progress() <= 1);
    }
    return proof.result().orElseThrow();
  }

  private static double tolerance(Set<ToyFeature> features) {
    // Eight bits for activations change the logits by a share of their spread, which is about 2.
    return features.contains(ToyFeature.DYNAMIC_INT8)
        ? 1
        : features.contains(ToyFeature.HALF) ? 2e-3 : 1e-4;
  }

  private static void assertRight(ToyModel toy, LanguageModel model, Set<ToyFeature> features) {
    var random = new Random(5);
    int[] ids = random.ints(80, 1, toy.vocabulary()).toArray();
    double tolerance = tolerance(features);
    var expected = List.of(toy.logits(ids));
    assertTrue(Models.difference(Models.rows(model, ids, 0), expected) < tolerance);
    for (int from = 0; from < ids.length; ) {
      int to = Math.min(ids.length, from + 1 + random.nextInt(12));
      var rows = Models.rows(model, Arrays.copyOf(ids, to), from);
      assertTrue(Models.difference(rows, expected.subList(from, to)) < tolerance);
      from = to;
    }
  }
}
