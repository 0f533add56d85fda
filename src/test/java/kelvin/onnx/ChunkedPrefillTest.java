package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.Cancellation;
import kelvin.inference.CancelledException;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tests prompts with more rows than one run delivers (512): several runs give the same result as
/// one.
final class ChunkedPrefillTest {

  private static final ToyModel TOY = new ToyModel(264, 16, 2, 1, 1200, 14);
  private static final int[] IDS = new Random(15).ints(1100, 0, 264).toArray();
  private static final List<float[]> REFERENCE = List.of(TOY.logits(IDS));

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> exports() {
    return Stream.of(
        EnumSet.of(ToyFeature.MASK),
        EnumSet.of(ToyFeature.MASK, ToyFeature.NUM_LOGITS_TO_KEEP),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.NUM_LOGITS_TO_KEEP),
        EnumSet.of(ToyFeature.CACHE, ToyFeature.ONE_TOKEN_AFTER_PAST),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK, ToyFeature.LAST_ROW_ONLY),
        EnumSet.of(ToyFeature.GROUPED_ATTENTION, ToyFeature.MASK, ToyFeature.WINDOW),
        EnumSet.of(ToyFeature.STATIC_CACHE),
        EnumSet.of(ToyFeature.CONVOLUTION, ToyFeature.CACHE),
        EnumSet.of(ToyFeature.PAIR, ToyFeature.CACHE));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void rowsFromAnyPositionOnAreRight(Set<ToyFeature> features) throws Exception {
    var reference = List.of(TOY.exportedAs(features).logits(IDS));
    try (var model = Models.open(ToyFolder.write(folder, TOY, features))) {
      for (int first : new int[] {0, 700, 1099, 511, 512}) {
        // A different first token forces the model to run everything again.
        Models.rows(model, new int[] {IDS[0] + 1}, 0);

        var rows = Models.rows(model, IDS, first);

        double difference = Models.difference(rows, reference.subList(first, IDS.length));
        assertTrue(difference <= 1e-4, () -> "from " + first + " differs by " + difference);
      }
    }
  }

  @Test
  void aCancellationBetweenChunksKeepsWhatWasDelivered() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.CACHE, ToyFeature.MASK);
    try (var model = Models.open(folder)) {
      var cancellation = new Cancellation();
      var delivered = new ArrayList<float[]>();

      assertThrows(
          CancelledException.class,
          () ->
              model.run(
                  IDS,
                  0,
                  (_, row) -> {
                    delivered.add(row.clone());
                    cancellation.cancel();
                  },
                  cancellation));

      assertEquals(512, delivered.size());
      assertTrue(Models.difference(delivered, REFERENCE.subList(0, 512)) <= 1e-4);
      int[] next = Arrays.copyOf(IDS, 600);
      assertTrue(
          Models.difference(Models.rows(model, next, 512), REFERENCE.subList(512, 600)) <= 1e-4);
    }
  }
}
