package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.engine.inside.Attention;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.LanguageModel;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every export whose attention is made of plain operators shows the weights that the forward pass
/// in plain Java computes. Without this, the shading of a prompt could show another row, another
/// layer, or a softmax that is no attention.
final class AttentionTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] IDS = new Random(7).ints(21, 0, TOY.vocabulary()).toArray();

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> plain() {
    return SupportedGraphsTest.exports()
        .filter(features -> !features.contains(ToyFeature.GROUPED_ATTENTION));
  }

  static Stream<Set<ToyFeature>> fused() {
    return SupportedGraphsTest.exports()
        .filter(features -> features.contains(ToyFeature.GROUPED_ATTENTION));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void theWeightsOfEveryLayerAndHeadAreThoseOfTheForwardPass(Set<ToyFeature> features)
      throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var attention = attention(model, IDS);

      assertEquals(IDS.length - 1, attention.position());
      assertTrue(attention.sumsToOne(), () -> "off by " + attention.sumError());
      assertTrue(attention.logitsDifference() <= SupportedGraphsTest.tolerance(features));
      assertRows(features, attention, IDS);
    }
  }

  @ParameterizedTest
  @MethodSource("plain")
  void aPromptOfOneTokenSeesOnlyItself(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var attention = attention(model, 5);

      assertRows(features, attention, 5);
      assertArrayEquals(new double[] {1}, attention.mean().weights(), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("fused")
  void attentionInOneOperatorIsRefusedByItsName(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var failure = assertThrows(InferenceException.class, () -> attention(model, IDS));

      assertEquals(
          "The attention is not found: the graph computes it in one operator, GroupQueryAttention,"
              + " which does not give its weights away.",
          failure.getMessage());
    }
  }

  @Test
  void asManyTokensAsHeadsDoNotMixHeadsAndPositionsUp() throws Exception {
    var features = EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK);
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      assertRows(features, attention(model, 5, 9), 5, 9);
    }
  }

  @Test
  void oneCopyGivesTheRowsOfSeveralPromptsOneAfterTheOther() throws Exception {
    var features = EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK);
    try (var model = Models.open(ToyFolder.write(folder, TOY, features));
        var runs = model.inside().orElseThrow().openAttention()) {
      for (int length = 1; length <= IDS.length; length += 5) {
        var ids = Arrays.copyOf(IDS, length);
        var row = runs.run(ids, new Cancellation());

        assertRows(features, Attention.of(row, length, row.logits()), ids);
      }
    }
  }

  private static void assertRows(Set<ToyFeature> features, Attention attention, int... ids) {
    var toy = TOY.exportedAs(features);
    assertEquals(TOY.layerCount(), attention.layerCount());
    for (int layer = 0; layer < TOY.layerCount(); layer++) {
      assertEquals(TOY.heads(), attention.headCount(layer + 1));
      for (int head = 0; head < TOY.heads(); head++) {
        assertArrayEquals(
            toy.attention(layer, head, ids),
            attention.row(layer + 1, head + 1).weights(),
            SupportedGraphsTest.tolerance(features),
            "layer " + (layer + 1) + ", head " + (head + 1));
      }
    }
  }

  private static Attention attention(LanguageModel model, int... ids) {
    try (var runs = model.inside().orElseThrow().openAttention()) {
      var row = runs.run(ids, new Cancellation());
      var played = Models.rows(model, ids, ids.length - 1).getFirst();
      return Attention.of(row, ids.length, played);
    }
  }
}
