package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.Cancellation;
import kelvin.inference.inner.TokenVectors.Matrix;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Weights that lie three gigabytes deep in a file beside the graph show the inside like any
/// others. If a place is read as a 32-bit number, or the file as a whole, no large model does.
final class FarWeightsTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] IDS = new Random(7).ints(12, 0, TOY.vocabulary()).toArray();
  private static final long THREE_GIGABYTES = 3L << 30;

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> precisions() {
    var features =
        EnumSet.of(
            ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.EXTERNAL_DATA, ToyFeature.FAR_DATA);
    var inHalf = EnumSet.copyOf(features);
    inHalf.add(ToyFeature.HALF);
    return Stream.of(features, inHalf);
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void everyPartIsThatOfTheForwardPassAndTheMemoryIsSaidBefore(Set<ToyFeature> features)
      throws Exception {
    double tolerance = SupportedGraphsTest.tolerance(features);
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      var inside = model.inside().orElseThrow();
      assertTrue(inside.memory() > THREE_GIGABYTES, () -> inside.memory() + " bytes");
      int last = IDS.length - 1;
      try (var runs = inside.openFeatures()) {
        assertArrayEquals(
            TOY.features(IDS)[last],
            doubles(runs.run(IDS, new Cancellation()).values().getFirst()),
            tolerance);
      }
      try (var runs = inside.openLayers()) {
        var layers = runs.run(IDS, new Cancellation()).values();
        for (int layer = 0; layer <= TOY.layerCount(); layer++) {
          assertArrayEquals(
              TOY.lens(layer, IDS)[last], layers.get(layer), (float) tolerance * 10, "" + layer);
        }
      }
      try (var runs = inside.openAttention()) {
        var heads = runs.run(IDS, new Cancellation()).values().getFirst();
        var first = Arrays.copyOf(heads, IDS.length);
        assertArrayEquals(TOY.attention(0, 0, IDS), doubles(first), tolerance);
      }
      try (var input = inside.openVectors(Matrix.INPUT);
          var output = inside.openVectors(Matrix.OUTPUT)) {
        for (int id = 0; id < TOY.vocabulary(); id += 13) {
          assertArrayEquals(TOY.embedding(id), input.vector(id));
          assertArrayEquals(TOY.output(id), output.vector(id));
        }
        assertEquals(TOY.vocabulary(), input.squares().length);
      }
    }
  }

  private static double[] doubles(float[] numbers) {
    var wide = new double[numbers.length];
    Arrays.setAll(wide, i -> numbers[i]);
    return wide;
  }
}
