package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.InferenceException;
import kelvin.inference.inner.TokenVectors;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The vectors of tokens are those that the graph computes with, whatever the form in which it
/// stores them. Otherwise the neighbours of a token are those of other numbers.
final class VectorsTest {

  private static final ToyModel TOY = ToyModel.small(12);

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return SupportedGraphsTest.exports();
  }

  @ParameterizedTest
  @MethodSource("exports")
  void theInputEmbeddingHasTheVectorOfEachToken(Set<ToyFeature> features) throws Exception {
    var toy = TOY.exportedAs(features);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features));
        var vectors = model.inside().orElseThrow().openVectors(Matrix.INPUT)) {
      assertEquals(TOY.vocabulary(), vectors.count());
      for (int id = 0; id < TOY.vocabulary(); id += 13) {
        assertArrayEquals(toy.embedding(id), vectors.vector(id));
      }
      assertSums(vectors);
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void theOutputMatrixHasTheVectorOfEachToken(Set<ToyFeature> features) throws Exception {
    var toy = TOY.exportedAs(features);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features));
        var vectors = model.inside().orElseThrow().openVectors(Matrix.OUTPUT)) {
      assertEquals(TOY.vocabulary(), vectors.count());
      for (int id = 0; id < TOY.vocabulary(); id += 13) {
        assertArrayEquals(toy.output(id), vectors.vector(id));
      }
      assertSums(vectors);
    }
  }

  @Test
  void aMatrixInAFormThatIsNotKnownIsRefusedByName() throws Exception {
    try (var model =
        Models.open(ToyFolder.write(folder, TOY, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8))) {
      var inside = model.inside().orElseThrow();

      var failure = assertThrows(InferenceException.class, () -> inside.openVectors(Matrix.OUTPUT));

      assertTrue(String.valueOf(failure.getMessage()).contains("output matrix"));
      assertTrue(String.valueOf(failure.getMessage()).contains("MatMulInteger"));
    }
  }

  /// Compares the sums over all tokens with plain loops.
  private static void assertSums(TokenVectors vectors) {
    var query = vectors.vector(7);
    var products = vectors.products(query);
    var squares = vectors.squares();
    for (int id = 0; id < vectors.count(); id++) {
      var vector = vectors.vector(id);
      double product = 0;
      double square = 0;
      for (int d = 0; d < vector.length; d++) {
        product += (double) vector[d] * query[d];
        square += (double) vector[d] * vector[d];
      }
      assertEquals(product, products[id], 1e-12);
      assertEquals(square, squares[id], 1e-12);
    }
  }
}
