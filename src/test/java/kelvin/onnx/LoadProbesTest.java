package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.ProbeOutcome;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The descriptor shows the results of the load probes, and abilities that failed are not used.
final class LoadProbesTest {

  private static final ToyModel TOY = ToyModel.small(8);

  @TempDir Path folder;

  private ModelDescriptor descriptor(ToyFeature... features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      return model.descriptor();
    }
  }

  private static String passed(ModelDescriptor descriptor) {
    return descriptor.probes().stream()
        .filter(ProbeOutcome::passed)
        .map(ProbeOutcome::name)
        .collect(Collectors.joining(", "));
  }

  private static List<String> failed(ModelDescriptor descriptor) {
    return descriptor.probes().stream()
        .filter(outcome -> !outcome.passed())
        .map(ProbeOutcome::name)
        .toList();
  }

  @Test
  void aGraphWithACachePassesAllProbes() throws Exception {
    var descriptor = descriptor(ToyFeature.CACHE, ToyFeature.NUM_LOGITS_TO_KEEP);

    assertEquals(
        "finite, buffers, causal, row limit, cache, continuation, crop", passed(descriptor));
    assertEquals(List.of(), failed(descriptor));
    for (var outcome : descriptor.probes()) {
      assertTrue(outcome.question().endsWith("?"), outcome.question());
      assertFalse(outcome.largestDifference() > 1e-4, outcome::toString);
    }
  }

  @Test
  void aGraphWithoutACacheHasNoProbesOfOne() throws Exception {
    assertEquals("finite, causal, row limit", passed(descriptor(ToyFeature.MASK)));
  }

  @Test
  void aGraphThatTakesOneTokenAfterCachedOnesIsRecognised() throws Exception {
    var descriptor = descriptor(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.ONE_TOKEN_AFTER_PAST);

    assertEquals(List.of("continuation"), failed(descriptor));
  }

  @Test
  void aGraphThatFailsOnSeveralTokensAfterCachedOnesIsStillUsable() throws Exception {
    var features = new ToyFeature[] {ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.FAILS_ON_CHUNKS};
    int[] ids = {1, 2, 3, 4, 5, 6};

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      Models.rows(model, new int[] {1, 2, 9}, 0);

      assertEquals(List.of("continuation"), failed(model.descriptor()));
      var reference = List.of(TOY.logits(ids));
      assertTrue(Models.difference(Models.rows(model, ids, 0), reference) <= 1e-4);
    }
  }

  @Test
  void aRowLimitWithoutEffectIsRecognised() throws Exception {
    var descriptor = descriptor(ToyFeature.NUM_LOGITS_TO_KEEP, ToyFeature.IGNORES_KEPT_LOGITS);

    assertEquals(List.of("row limit"), failed(descriptor));
  }

  @ParameterizedTest
  @EnumSource(names = {"SWAPPED_CACHE", "SHIFTED_CACHE", "LOST_CACHE"})
  void aCacheThatIsWrongIsNotUsed(ToyFeature broken) throws Exception {
    int[] ids = {1, 2, 3, 4, 5, 6};
    var features = new ToyFeature[] {ToyFeature.CACHE, ToyFeature.MASK, broken};

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      Models.rows(model, new int[] {1, 2, 9}, 0);

      assertEquals(CacheKind.NONE, model.descriptor().cache());
      assertTrue(
          model.descriptor().warnings().stream().anyMatch(text -> text.contains("cache is not")));
      var reference = List.of(TOY.logits(ids));
      assertTrue(Models.difference(Models.rows(model, ids, 0), reference) <= 1e-4);
    }
  }

  @Test
  void theFailedProbesOfARejectedCacheAreShown() throws Exception {
    var descriptor = descriptor(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.SWAPPED_CACHE);

    var rejected =
        descriptor.probes().stream()
            .filter(outcome -> outcome.name().equals("cache (two buffers in turn)"))
            .findFirst()
            .orElseThrow();
    assertFalse(rejected.passed());
    assertTrue(rejected.largestDifference() > 0.01, rejected::toString);
  }

  @ParameterizedTest
  @EnumSource(names = {"SWAPPED_CACHE", "SHIFTED_CACHE"})
  void aWrongCacheIsFoundAlsoWhereActivationsAreQuantised(ToyFeature broken) throws Exception {
    var descriptor =
        descriptor(
            ToyFeature.CACHE,
            ToyFeature.MASK,
            ToyFeature.INT4,
            ToyFeature.COARSE_ACTIVATIONS,
            broken);

    assertEquals(CacheKind.NONE, descriptor.cache());
  }

  @Test
  void aCacheOfOtherHeadsThanTheConfigurationSaysIsNotUsed() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.BLOOM_CACHE);
    Files.writeString(folder.resolve("config.json"), "{\"num_attention_heads\": 7}");

    try (var model = Models.open(folder)) {
      assertEquals(CacheKind.NONE, model.descriptor().cache());
    }
  }

  @Test
  void logitsOfTheLastPositionOnlyAreUsableWithAWarning() throws Exception {
    var descriptor = descriptor(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY);

    assertEquals("finite, buffers, cache, continuation, crop", passed(descriptor));
    assertTrue(
        descriptor.warnings().stream()
            .anyMatch(text -> text.contains("only for the last position")));
  }

  @Test
  void aDynamicallyQuantisedGraphIsUsableWithAWarning() throws Exception {
    int[] ids = {1, 20, 30, 40, 50, 60, 70, 80};
    var features = new ToyFeature[] {ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8};

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      Models.rows(model, new int[] {1, 20, 30}, 0);
      var rows = Models.rows(model, ids, 0);

      assertEquals("uint8", model.descriptor().precision());
      assertTrue(
          model.descriptor().warnings().stream().anyMatch(text -> text.contains("dynamically")));
      double difference = Models.difference(rows, List.of(TOY.logits(ids)));
      assertTrue(difference < 2, () -> "differs by " + difference);
    }
  }

  /// Rounding moves a few single logits by much in a sound export, whose user must not lose it.
  @Test
  void aSingleLogitIsNoFaultWhereActivationsAreQuantised() {
    var row = new float[1000];
    for (int id = 0; id < row.length; id++) {
      row[id] = id % 2 == 0 ? 1 : -1;
    }
    var oneMoved = row.clone();
    oneMoved[7] += 0.5f;
    var allMoved = row.clone();
    for (int id = 0; id < row.length; id++) {
      allMoved[id] += id % 3 == 0 ? 0.5f : -0.5f;
    }

    assertFalse(LoadProbes.areEqual(List.of(row), List.of(oneMoved), 0.3, false));
    assertTrue(LoadProbes.areEqual(List.of(row), List.of(oneMoved), 0.3, true));
    assertFalse(LoadProbes.areEqual(List.of(row), List.of(allMoved), 0.3, true));
    assertFalse(LoadProbes.areEqual(List.of(row, row), List.of(row, allMoved), 0.3, true));
    oneMoved[7] = Float.NaN;
    assertFalse(LoadProbes.areEqual(List.of(row), List.of(oneMoved), 0.3, true));
  }

  @Test
  void quantisedActivationsMayMoveLogitsMoreThanQuantisedWeights() throws Exception {
    var features = new ToyFeature[] {ToyFeature.INT4, ToyFeature.COARSE_ACTIVATIONS};
    var coarse = ToyFolder.write(folder.resolve("coarse"), TOY, features);
    var exact = ToyFolder.write(folder.resolve("exact"), TOY, ToyFeature.INT4);

    assertEquals(0.3, LoadProbes.toleranceOf(GraphFacts.read(coarse.resolve("model.onnx"))));
    assertEquals(0.02, LoadProbes.toleranceOf(GraphFacts.read(exact.resolve("model.onnx"))));
  }

  @Test
  void inputsAndOutputsAreShownWithTheirRoles() throws Exception {
    var descriptor =
        descriptor(
            ToyFeature.CACHE,
            ToyFeature.MASK,
            ToyFeature.POSITIONS,
            ToyFeature.LOGITS_TO_KEEP,
            ToyFeature.EXTERNAL_DATA);

    var roles =
        descriptor.inputs().stream().map(ModelDescriptor.GraphTensor::role).distinct().toList();
    assertEquals(List.of("tokens", "mask", "positions", "kept logits", "cache"), roles);
    assertEquals(
        List.of("cache", "logits"),
        descriptor.outputs().stream()
            .map(ModelDescriptor.GraphTensor::role)
            .distinct()
            .sorted()
            .toList());
    assertEquals(2, descriptor.files().size());
    assertEquals(TOY.context(), descriptor.contextLength().orElse(0));
    assertEquals(List.of(0), descriptor.endOfTextIds());
  }
}
