package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.inner.InnerRow;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every usable export gives the logits of each layer as the forward pass in plain Java computes
/// them. Without this, a layer's choice could be that of another value of the graph.
final class LayersTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] IDS = new Random(7).ints(21, 0, TOY.vocabulary()).toArray();

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return SupportedGraphsTest.exports();
  }

  @ParameterizedTest
  @MethodSource("exports")
  void theNormAndTheHeadAreAppliedAfterEachBlock(Set<ToyFeature> features) throws Exception {
    var toy = TOY.exportedAs(features);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var row = layers(model, IDS);

      // A convolution in front mixes positions, so it is a block of its own.
      int more = features.contains(ToyFeature.CONVOLUTION) ? 1 : 0;
      assertEquals(TOY.layerCount() + 1 + more, row.values().size());
      for (int layer = 0; layer <= TOY.layerCount(); layer++) {
        var expected = toy.lens(layer, IDS)[IDS.length - 1];
        assertRow(features, expected, row.values().get(layer + more));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void theLastLayerHasTheLogitsOfTheModel(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var row = layers(model, IDS);

      assertRow(features, Models.rows(model, IDS, IDS.length - 1).getFirst(), row.logits());
      assertRow(features, row.logits(), row.values().getLast());
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void aPromptOfOneTokenHasLayers(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      assertRow(
          features, TOY.exportedAs(features).logits(5)[0], layers(model, 5).values().getLast());
    }
  }

  @Test
  void whereRowsAreRoundedTogetherTheLastLayerStillHasTheLogits() throws Exception {
    var features = EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8);
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var row = layers(model, IDS);

      assertEquals(TOY.layerCount() + 1, row.values().size());
      assertRow(features, row.logits(), row.values().getLast());
    }
  }

  private static void assertRow(Set<ToyFeature> features, float[] expected, float[] found) {
    assertArrayEquals(
        expected, found, (float) SupportedGraphsTest.tolerance(features) * 10, "the row");
  }

  private static InnerRow layers(LanguageModel model, int... ids) {
    try (var runs = model.inside().orElseThrow().openLayers()) {
      return runs.run(ids, new Cancellation());
    }
  }
}
