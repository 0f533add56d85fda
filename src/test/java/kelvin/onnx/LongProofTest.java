package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.inference.IdsOnly;
import kelvin.inference.LanguageModel;
import kelvin.inference.LoadedModel;
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

  @TempDir Path folder;

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

    assertRefusedOrRight(faulty.fault(), TOY.exportedAs(faulty.features()), faulty.features());
  }

  @Test
  void aMaskedModelWithSmallLogitsIsRefused() throws Exception {
    var small = new ToyModel(TOY, 0.01f);
    ToyFolder.write(folder, small, ToyFeature.MASK, ToyFeature.SEES_LATER_TOKENS);

    assertRefusedOrRight(
        new ToyFault(Kind.SEES_FUTURE_FROM, 0), small, EnumSet.of(ToyFeature.MASK));
  }

  /// A toy with random weights and the features of its export.
  record Sound(int seed, Set<ToyFeature> features) {}

  static Stream<Sound> soundGraphs() {
    return IntStream.range(20, 24)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(SupportedGraphsTest.exports(), quantised(), oddPositions())
                    .flatMap(stream -> stream)
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

  /// Sound graphs whose positions cannot be tested by moving tokens.
  private static Stream<Set<ToyFeature>> oddPositions() {
    return Stream.of(
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.CUT_POSITIONS),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.POSITIONS, ToyFeature.MASK_FROM_POSITIONS),
        EnumSet.of(ToyFeature.POSITIONS, ToyFeature.MASK_FROM_POSITIONS),
        EnumSet.of(ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.LAST_ROW_ONLY),
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS, ToyFeature.LAST_ROW_ONLY));
  }

  @ParameterizedTest
  @MethodSource("soundGraphs")
  void aSoundGraphIsProvedForItsWholeContext(Sound sound) throws Exception {
    ToyFolder.write(folder, ToyModel.small(sound.seed()), sound.features());

    var bench = new ProofBench(folder);
    try (var model = bench.load()) {
      var result = ProofBench.prove(model);

      assertEquals(Optional.empty(), result.fault(), () -> result.outcomes().toString());
      assertTrue(result.length() > 32, () -> "only " + result.length());
      assertEquals(result.length(), model.descriptor().provedLength());
    }
    try (var again = bench.load()) {
      assertTrue(again.descriptor().provedLength() > 32);
      assertTrue(LengthProof.of(new LoadedModel(again, new IdsOnly(TOY.vocabulary()))).isEmpty());
    }
  }

  private void assertRefusedOrRight(ToyFault fault, ToyModel toy, Set<ToyFeature> features)
      throws Exception {
    new ProofBench(folder).assertRefusedOr(fault, model -> assertRight(toy, model, features));
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
