package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.Cancellation;
import kelvin.inference.LanguageModel;
import kelvin.inference.inner.InnerRow;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every usable export shows its inside as the forward pass in plain Java computes it. Without
/// this, what Kelvin shows of a model's inside could be another value of the graph.
final class InsideTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] IDS = new Random(7).ints(21, 0, TOY.vocabulary()).toArray();

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return SupportedGraphsTest.exports();
  }

  @ParameterizedTest
  @MethodSource("exports")
  void theFeaturesAreTheLastHiddenStateAndTimesTheHeadTheyAreTheLogits(Set<ToyFeature> features)
      throws Exception {
    var toy = TOY.exportedAs(features);

    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var row = features(model, IDS);

      var found = row.values().getFirst();
      var expected = toy.features(IDS)[IDS.length - 1];
      assertEquals(TOY.width(), found.length);
      for (int d = 0; d < found.length; d++) {
        assertEquals(expected[d], found[d], SupportedGraphsTest.tolerance(features));
      }
      var played = Models.rows(model, IDS, IDS.length - 1).getFirst();
      for (int id = 0; id < TOY.vocabulary(); id++) {
        double product = 0;
        var column = toy.output(id);
        for (int d = 0; d < found.length; d++) {
          product += (double) column[d] * found[d];
        }
        assertEquals(played[id], toy.logit(product), SupportedGraphsTest.tolerance(features) * 10);
        assertEquals(played[id], row.logits()[id], SupportedGraphsTest.tolerance(features));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exports")
  void aPromptOfOneTokenHasFeatures(Set<ToyFeature> features) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var found = features(model, 5).values().getFirst();

      var expected = TOY.exportedAs(features).features(5)[0];
      assertTrue(
          Math.abs(expected[0] - found[0]) <= SupportedGraphsTest.tolerance(features),
          () -> expected[0] + " " + found[0]);
    }
  }

  private static InnerRow features(LanguageModel model, int... ids) {
    try (var runs = model.inside().orElseThrow().openFeatures()) {
      return runs.run(ids, new Cancellation());
    }
  }
}
