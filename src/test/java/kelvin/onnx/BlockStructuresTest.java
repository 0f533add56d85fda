package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.onnx.fixture.BlockGraph;
import kelvin.onnx.fixture.BlockStructure;
import kelvin.onnx.fixture.OnnxType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A layer's logits are those of a model that ends after this layer, whatever the way in which its
/// blocks are put together. Without this, Kelvin would show layers of one family of models only.
final class BlockStructuresTest {

  private static final int BLOCKS = 3;
  private static final int[] IDS = {9, 80, 3, 120, 41, 80, 7};

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aLayerHasTheLogitsOfAModelThatEndsThere(BlockStructure structure) throws Exception {
    assertLayers(structure, OnnxType.FLOAT);
  }

  /// Rows of the table become float32 behind the `Gather`, where other layers are float32 at once.
  @ParameterizedTest
  @EnumSource(names = {"USUAL", "NORMED_PARTS", "FLATTENED", "FUSED_SIMPLE"})
  void inHalfPrecisionTheEmbeddingsAreALayerLikeTheOthers(BlockStructure structure)
      throws Exception {
    assertLayers(structure, OnnxType.FLOAT16);
  }

  private void assertLayers(BlockStructure structure, OnnxType precision) throws Exception {
    var layers = layers(BlockGraph.write(folder.resolve("whole"), structure, BLOCKS, precision));

    assertEquals(BLOCKS + 1, layers.size());
    for (int blocks = precision == OnnxType.FLOAT ? 1 : 0; blocks <= BLOCKS; blocks++) {
      var shorter = BlockGraph.write(folder.resolve("of" + blocks), structure, blocks, precision);
      try (var model = Models.open(shorter)) {
        assertArrayEquals(lastRow(model), layers.get(blocks), 1e-4f, "layer " + blocks);
      }
    }
  }

  @Test
  void aModelWithoutBlocksIsRefusedByName() throws Exception {
    try (var model = Models.open(BlockGraph.write(folder, BlockStructure.USUAL, 0))) {
      var inside = model.inside().orElseThrow();

      var failure = assertThrows(InferenceException.class, inside::openLayers);

      assertTrue(String.valueOf(failure.getMessage()).contains("residual stream is not found"));
    }
  }

  @Test
  void aTableOfLogitsHasNoHiddenStateWhichIsSaidAndItsRowsAreVectors() throws Exception {
    try (var model = Models.open(BlockGraph.writeTable(folder))) {
      var inside = model.inside().orElseThrow();

      var failure = assertThrows(InferenceException.class, inside::openFeatures);

      assertEquals(
          "The last hidden state is not found: the logits are weights of the graph, not the product"
              + " of a matrix with a hidden state.",
          failure.getMessage());
      try (var vectors = inside.openVectors(Matrix.INPUT)) {
        assertArrayEquals(Models.rows(model, new int[] {7}, 0).getFirst(), vectors.vector(7));
      }
    }
  }

  @Test
  void twoStreamsBeforeTheHeadAreNamedAndTheOtherPartsWork() throws Exception {
    try (var model = Models.open(BlockGraph.writeTwoStreams(folder))) {
      var inside = model.inside().orElseThrow();

      var failure = assertThrows(InferenceException.class, inside::openLayers);

      var sentence = String.valueOf(failure.getMessage());
      assertTrue(sentence.contains("residual stream is not found"), sentence);
      assertTrue(sentence.contains("before the last hidden state are 2 sums, "), sentence);
      try (var runs = inside.openFeatures();
          var vectors = inside.openVectors(Matrix.OUTPUT)) {
        var row = runs.run(IDS, new Cancellation());
        assertArrayEquals(lastRow(model), row.logits(), 1e-5f);
        var products = vectors.products(row.values().getFirst());
        for (int id = 0; id < products.length; id++) {
          assertEquals(row.logits()[id], products[id], 1e-4);
        }
      }
    }
  }

  private static float[] lastRow(LanguageModel model) {
    return Models.rows(model, IDS, IDS.length - 1).getFirst();
  }

  private static List<float[]> layers(Path whole) throws Exception {
    try (var model = Models.open(whole);
        var runs = model.inside().orElseThrow().openLayers()) {
      var row = runs.run(IDS, new Cancellation());
      assertArrayEquals(lastRow(model), row.logits(), 1e-5f);
      return row.values();
    }
  }
}
