package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.catalog.LoadRecordFolder;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.LanguageModel;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelLoadException;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.onnx.wire.ProtobufReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A half-precision graph is computed in float32 if that gives the same logits as the file
/// itself.
final class HalfPrecisionTest {

  private static final ToyModel TOY = ToyModel.small(21);
  private static final int[] IDS = new Random(22).ints(20, 0, TOY.vocabulary()).toArray();
  private static final int[] PROBE_IDS = {40, 80, 120, 160};

  /// The scale of attention scores in the graph is itself a half-precision number and stays one.
  private static final double ROUNDED_FACTOR = 2e-3;

  /// The number of the field in a file.
  private static final int GRAPH_OF_THE_MODEL = 7;

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return Stream.of(
        EnumSet.of(ToyFeature.MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.SQUARE_MASK),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT4),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.MERGED),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.PAIR),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.CONVOLUTION),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK),
        EnumSet.of(ToyFeature.STATIC_CACHE));
  }

  private static Set<ToyFeature> half(Set<ToyFeature> features) {
    var all = EnumSet.copyOf(features);
    all.add(ToyFeature.HALF);
    return all;
  }

  private static boolean isInFloat32(LanguageModel model) {
    return model.descriptor().probes().stream()
        .anyMatch(probe -> probe.name().equals("float32") && probe.passed());
  }

  private static List<String> warningsWith(LanguageModel model, String words) {
    return model.descriptor().warnings().stream().filter(text -> text.contains(words)).toList();
  }

  private static double error(LanguageModel model, Set<ToyFeature> features) {
    var reference = List.of(TOY.exportedAs(features).logits(IDS));
    return Models.difference(Models.rows(model, IDS, 0), reference);
  }

  @ParameterizedTest
  @MethodSource("exports")
  void itGivesTheReferenceLogitsInFullPrecision(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, half(features)))) {
      assertTrue(isInFloat32(model), model.descriptor().probes().toString());
      assertEquals("float16", model.descriptor().precision().replaceFirst("packed.*", "float16"));
      assertEquals(1, warningsWith(model, "they are converted to float32").size());
      double tolerance = features.contains(ToyFeature.INT4) ? 0.2 : ROUNDED_FACTOR;
      double error = error(model, features);
      assertTrue(error <= tolerance, () -> "logits differ by " + error);
    }
  }

  @Test
  void theWeightsOfBfloat16ThatTheRuntimeHasNoKernelsForAreUsed() throws Exception {
    var features = EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.BRAIN_HALF);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      assertEquals("bfloat16", model.descriptor().precision());
      // only 8 bits of a weight remain
      double error = error(model, features);
      assertTrue(error < 1, () -> "logits differ by " + error);
    }
  }

  @Test
  void weightsInTheDownloadCacheAreFoundThroughItsLinks() throws Exception {
    var features = half(EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA));
    ToyFolder.write(folder, TOY, features);
    var blobs = Files.createDirectory(folder.resolve("blobs"));
    for (var name : List.of("model.onnx", "model.onnx_data")) {
      var blob = blobs.resolve("blob of " + name);
      Files.move(folder.resolve(name), blob);
      Files.createSymbolicLink(folder.resolve(name), blob);
    }

    try (var model = Models.open(folder)) {
      assertTrue(isInFloat32(model));
      assertTrue(error(model, features) <= ROUNDED_FACTOR);
    }
  }

  @Test
  void theCopyOfTheGraphRefersToLargeWeightsInsteadOfContainingThem() throws Exception {
    var large = new ToyModel(20_000, 32, 2, 1, 64, 23);
    ToyFolder.write(folder, large, half(EnumSet.of(ToyFeature.CACHE)));
    var graph = folder.resolve("model.onnx");

    var copy = GraphCopy.inFloat32(graph, new WeightLocations(graph));

    assertTrue(Files.size(graph) > 2_500_000);
    assertTrue(copy.length < 40_000, () -> copy.length + " bytes");
  }

  @Test
  void theEmbeddingsStayInTheirFileBecauseOnlyRowsOfThemAreUsed() throws Exception {
    ToyFolder.write(folder, TOY, half(EnumSet.of(ToyFeature.CACHE)));

    var tables = tables(folder.resolve("model.onnx"));

    assertEquals(1, tables.looked().stream().filter(name -> !tables.isNeededWhole(name)).count());
    assertTrue(tables.isNeededWhole("another weight"));
  }

  private static HalfTables tables(Path graph) throws IOException {
    try (var reader = new ProtobufReader(graph)) {
      while (reader.nextField(reader.size()) != GRAPH_OF_THE_MODEL) {
        reader.skip(reader.size());
      }
      return HalfTables.read(reader, reader.enter(reader.size()), new WeightLocations(graph));
    }
  }

  @Test
  void aSecondLoadReusesTheResultOfTheFirst() throws Exception {
    ToyFolder.write(folder, TOY, half(EnumSet.of(ToyFeature.CACHE)));
    var records = new LoadRecordFolder(folder.resolve("records"));
    var found = new ModelFolderReader().read(folder);

    try (var first = new OnnxModelLoader(1, records).load(found, PROBE_IDS);
        var second = new OnnxModelLoader(1, records).load(found, PROBE_IDS)) {
      assertEquals(first.descriptor(), second.descriptor());
      assertTrue(isInFloat32(second));
      assertTrue(error(second, Set.of()) <= ROUNDED_FACTOR);
    }
  }

  @Test
  void otherRowsInFloat32AreNotTrusted() throws Exception {
    var other = ToyFolder.write(folder.resolve("other"), ToyModel.small(99));
    ToyFolder.write(folder, TOY, half(EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK)));

    assertUsedUnchanged(inFloat32 -> opening(inFloat32 ? other : folder).open(false));
  }

  @Test
  void aGraphThatDoesNotRunInFloat32IsUsedUnchanged() throws Exception {
    ToyFolder.write(folder, TOY, half(EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK)));

    assertUsedUnchanged(
        inFloat32 -> {
          if (inFloat32) {
            throw new OrtException("no");
          }
          return opening(folder).open(false);
        });
  }

  private static GraphOpening opening(Path place) throws OrtException {
    try {
      return Models.opening(read(place));
    } catch (IOException e) {
      throw new OrtException(String.valueOf(e.getMessage()));
    }
  }

  private static ModelFolder read(Path place) throws OrtException {
    try {
      return new ModelFolderReader().read(place);
    } catch (ModelLoadException e) {
      throw new OrtException(String.valueOf(e.getMessage()));
    }
  }

  private void assertUsedUnchanged(GraphProber.Opening opening) throws Exception {
    var facts = GraphFacts.read(folder.resolve("model.onnx"));
    var found = read(folder);

    var probed =
        new GraphProber(opening, facts, found, new ProbeSetup(PROBE_IDS, Set.of()), _ -> {})
            .probe();

    try (var _ = probed.runner()) {
      assertEquals(
          List.of("float32"),
          probed.abilities().outcomes().stream()
              .filter(outcome -> !outcome.passed())
              .map(outcome -> outcome.name())
              .toList());
      probed.abilities().refuseFailures(found);
    }
  }
}
