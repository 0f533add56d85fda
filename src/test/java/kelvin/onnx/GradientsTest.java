package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.inference.inner.TokenGradient;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gradients of whole models are those of the forward pass in plain Java. Without this, Kelvin
/// could call the wrong words of a prompt the ones that drive a prediction.
final class GradientsTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] IDS = new Random(7).ints(9, 0, TOY.vocabulary()).toArray();
  private static final int TOKEN = 21;
  private static final double STEP = 1e-5;

  /// Features of graphs that are quantised, fused or run token by token.
  private static final Set<ToyFeature> OTHER =
      EnumSet.of(
          ToyFeature.INT4,
          ToyFeature.INT8_CACHE,
          ToyFeature.GROUPED_ATTENTION,
          ToyFeature.CONVOLUTION,
          ToyFeature.STATIC_CACHE,
          ToyFeature.ONE_TOKEN);

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> plainExports() {
    return SupportedGraphsTest.exports().filter(features -> Collections.disjoint(features, OTHER));
  }

  @ParameterizedTest
  @MethodSource("plainExports")
  void theGradientIsThatOfTheForwardPass(Set<ToyFeature> features) throws Exception {
    var toy = TOY.exportedAs(features);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var found = gradient(model, IDS);

      var expected = differences(toy, IDS);
      assertEquals(expected.length, found.gradients().length);
      var vectors = toy.vectors(IDS);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], found.gradients()[i], SupportedGraphsTest.tolerance(features));
        assertEquals(vectors[i / TOY.width()][i % TOY.width()], found.vectors()[i], 1e-6);
      }
    }
  }

  /// Central differences of the forward pass, which runs in double.
  private static double[] differences(ToyModel toy, int... ids) {
    var slopes = new double[ids.length * toy.width()];
    var vectors = toy.vectors(ids);
    for (int i = 0; i < slopes.length; i++) {
      var row = vectors[i / toy.width()];
      double at = row[i % toy.width()];
      row[i % toy.width()] = at + STEP;
      double above = toy.logProbability(TOKEN, vectors);
      row[i % toy.width()] = at - STEP;
      double below = toy.logProbability(TOKEN, vectors);
      row[i % toy.width()] = at;
      slopes[i] = (above - below) / (2 * STEP);
    }
    return slopes;
  }

  @Test
  void aQuantisedProductIsNamedWithItsLayer() throws Exception {
    var sentence = refusal(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT4);

    assertTrue(sentence.contains("MatMulNBits"), sentence);
    assertTrue(sentence.contains("layer 1"), sentence);
  }

  @Test
  void aFusedAttentionIsNamedWithItsLayer() throws Exception {
    var sentence = refusal(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK);

    assertTrue(sentence.contains("GroupQueryAttention"), sentence);
    assertTrue(sentence.contains("in layer 1"), sentence);
  }

  @Test
  void aTableThatIsNotReadByTheIdsAloneIsSaid() throws Exception {
    assertEquals(
        "The input embedding is not found: no Gather reads a matrix of weights by the token ids.",
        refusal(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.SHIFTED_TABLE));
  }

  private String refusal(ToyFeature... features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      return String.valueOf(
          assertThrows(InferenceException.class, () -> gradient(model, IDS)).getMessage());
    }
  }

  @Test
  void theBundledModelGivesAGradientForEachTokenOfAPrompt() throws Exception {
    try (var model = Models.open(Models.bundled())) {
      var found = gradient(model, 5, 6, 7);

      double square = 0;
      for (float value : found.gradients()) {
        square += (double) value * value;
      }
      assertTrue(Double.isFinite(square) && square > 0, () -> "no gradient");
      assertEquals(found.vectors().length, found.gradients().length);
    }
  }

  private static TokenGradient gradient(LanguageModel model, int... ids) {
    try (var runs = model.inside().orElseThrow().openGradients()) {
      return runs.run(ids, TOKEN, new Cancellation());
    }
  }
}
