package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.inference.Cancellation;
import kelvin.inference.InferenceException;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.TrainingText;
import kelvin.inference.training.WeightChoice;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients of weights are those of the loss, in all plain exports, and the trained model is the
/// one that is written. Without this, fine-tuning could learn something else than it says, or lose
/// it.
final class TrainingTest {

  private static final TrainingGoal TOKENS = new TrainingGoal.Tokens();
  private static final ToyModel TOY = ToyModel.small(11);
  private static final TrainingText LONG = text(9, 5, 1);
  private static final TrainingText SHORT = text(5, 3, 2);

  /// Features of graphs whose weights cannot be trained.
  private static final Set<ToyFeature> OTHER =
      EnumSet.of(
          ToyFeature.INT4,
          ToyFeature.DYNAMIC_INT8,
          ToyFeature.INT8_CACHE,
          ToyFeature.UINT8_CACHE,
          ToyFeature.HALF,
          ToyFeature.BRAIN_HALF,
          ToyFeature.MERGED,
          ToyFeature.PAIR,
          ToyFeature.EMBEDDINGS_FILE,
          ToyFeature.GROUPED_ATTENTION,
          ToyFeature.CONVOLUTION,
          ToyFeature.STATIC_CACHE,
          ToyFeature.LAST_ROW_ONLY,
          ToyFeature.ONE_TOKEN);

  @TempDir Path folder;

  private static TrainingText text(int length, int from, long seed) {
    return new TrainingText(new Random(seed).ints(length, 0, TOY.vocabulary()).toArray(), from);
  }

  static Stream<Set<ToyFeature>> plainExports() {
    return SupportedGraphsTest.exports().filter(features -> Collections.disjoint(features, OTHER));
  }

  /// A use of the training of an opened model.
  private interface Use {
    void of(TrainingRuns runs) throws Exception;
  }

  private void training(Set<ToyFeature> features, WeightChoice choice, Use use) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features));
        var runs = model.inside().orElseThrow().openTraining(choice, TOKENS)) {
      use.of(runs);
    }
  }

  private static double[] gradients(TrainingRuns runs, TrainingText... texts) {
    return runs.gradients(List.of(texts), 1, new Cancellation());
  }

  private static double loss(TrainingRuns runs, TrainingText text) {
    return WeightSlopes.loss(runs, text);
  }

  /// The change of the loss along a direction, for each weight by itself, against differences.
  @ParameterizedTest
  @MethodSource("plainExports")
  void theGradientOfEachWeightIsThatOfTheLoss(Set<ToyFeature> features) throws Exception {
    training(
        features,
        WeightChoice.ALL,
        runs -> {
          gradients(runs, LONG);
          WeightSlopes.assertThoseOfTheLoss(runs, LONG);
          assertTrue(runs.weights().size() > 10, runs.weights().toString());
        });
  }

  @ParameterizedTest
  @MethodSource("plainExports")
  void aBatchGivesTheSumOfItsTexts(Set<ToyFeature> features) throws Exception {
    training(
        features,
        WeightChoice.ALL,
        runs -> {
          if (!runs.takesBatches()) {
            return;
          }
          var sums = new ArrayList<float[]>();
          double first = gradients(runs, LONG)[0];
          runs.weights().forEach(weight -> sums.add(WeightSlopes.copy(weight.gradient())));
          double second = gradients(runs, SHORT)[0];
          for (int w = 0; w < sums.size(); w++) {
            var more = WeightSlopes.copy(runs.weights().get(w).gradient());
            for (int i = 0; i < more.length; i++) {
              sums.get(w)[i] += more[i];
            }
          }

          var losses = gradients(runs, LONG, SHORT);

          assertArrayEquals(new double[] {first, second}, losses, 1e-4);
          for (int w = 0; w < sums.size(); w++) {
            var weight = runs.weights().get(w);
            assertArrayEquals(
                sums.get(w), WeightSlopes.copy(weight.gradient()), 1e-4f, weight.place());
          }
        });
  }

  @ParameterizedTest
  @EnumSource(WeightChoice.class)
  void onlyTheChosenWeightsAreTrained(WeightChoice choice) throws Exception {
    training(
        EnumSet.of(ToyFeature.MASK),
        choice,
        runs -> {
          var places = runs.weights().stream().map(TrainedWeight::place).toList();
          boolean lists = runs.weights().stream().anyMatch(weight -> !weight.isMatrix());
          boolean matrices = runs.weights().stream().anyMatch(TrainedWeight::isMatrix);
          boolean embeds = places.stream().anyMatch(place -> place.startsWith("Gather"));
          switch (choice) {
            case ALL -> assertTrue(lists && matrices && embeds, places.toString());
            case NORMS -> assertTrue(lists && !matrices && !embeds, places.toString());
            case LAST -> assertTrue(matrices && !embeds, places.toString());
            case MATRICES -> assertTrue(!lists && matrices && !embeds, places.toString());
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"MASK", "EXTERNAL_DATA", "ONNX_FOLDER"})
  void theModelThatIsWrittenIsTheOneThatWasTrained(ToyFeature feature) throws Exception {
    var base = folder.resolve("base");
    var copied = folder.resolve("copy");
    try (var model =
        Models.open(
            ToyFolder.write(base, TOY, EnumSet.of(feature, ToyFeature.CACHE, ToyFeature.MASK)))) {
      List<float[]> before = Models.rows(model, LONG.ids(), 0);
      List<float[]> tuned;
      try (var runs = model.inside().orElseThrow().openTraining(WeightChoice.ALL, TOKENS)) {
        gradients(runs, LONG);
        double first = loss(runs, LONG);
        descend(runs, 0.01f);
        assertTrue(loss(runs, LONG) < first);
        tuned = Models.rows(runs.model(), LONG.ids(), 0);
        copy(base, copied);
        runs.write(copied);
      }
      try (var written = Models.open(copied)) {
        assertTrue(Models.difference(before, tuned) > 1e-2);
        assertEquals(0, Models.difference(tuned, Models.rows(written, LONG.ids(), 0)), 1e-4);
      }
      assertEquals(0, Models.difference(before, Models.rows(model, LONG.ids(), 0)), 1e-6);
    }
  }

  private static void descend(TrainingRuns runs, float rate) {
    for (var weight : runs.weights()) {
      for (int i = 0; i < weight.size(); i++) {
        weight.values().put(i, weight.values().get(i) - rate * weight.gradient().get(i));
      }
    }
    runs.changed();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void aHeadThatIsATurnedCopyOfTheEmbeddingsIsOneWeightWithThem() throws Exception {
    try (var model = Models.open(Models.bundled());
        var runs = model.inside().orElseThrow().openTraining(WeightChoice.ALL, TOKENS)) {
      var text = new TrainingText(new int[] {5, 6, 7, 300}, 2);
      gradients(runs, text);
      double first = loss(runs, text);
      var embedding = runs.weights().getFirst();
      assertEquals(List.of(4096L, 256L), embedding.shape());
      assertFalse(
          runs.weights().stream().anyMatch(weight -> weight.shape().equals(List.of(256L, 4096L))));

      double slope = WeightSlopes.length(embedding);
      for (int i = 0; i < embedding.size(); i++) {
        double move = 1e-2 * embedding.gradient().get(i) / slope;
        embedding.values().put(i, (float) (embedding.values().get(i) - move));
      }
      runs.changed();

      // Both matrices moved: the loss falls by the length of their common gradient.
      assertEquals(slope, (first - loss(runs, text)) / 1e-2, 0.05 * slope);
    }
  }

  @Test
  void quantisedWeightsAreRefusedWithTheirLayer() throws Exception {
    var sentence = refusal(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.INT4);

    assertTrue(sentence.contains("MatMulNBits before the attention of layer 0"), sentence);
    assertTrue(sentence.contains("--depth head"), sentence);
  }

  @Test
  void halfPrecisionAndSeveralGraphsAreRefused() throws Exception {
    var half = refusal(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.HALF);
    var pair = refusal(ToyFeature.PAIR, ToyFeature.CACHE, ToyFeature.MASK);

    assertTrue(half.contains("half precision"), half);
    assertTrue(pair.contains("several graphs"), pair);
  }

  @Test
  void aTableThatIsNotReadByTheIdsAloneIsSaid() throws Exception {
    assertEquals(
        "The input embedding is not found: no Gather reads a matrix of weights by the token ids."
            + " Training starts from it. Fit a head (--depth head), which needs none.",
        refusal(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.SHIFTED_TABLE));
  }

  private String refusal(ToyFeature... features) throws Exception {
    var place = Files.createTempDirectory(folder, "refused");
    try (var model = Models.open(ToyFolder.write(place, TOY, features))) {
      var inside = model.inside().orElseThrow();
      return String.valueOf(
          assertThrows(
                  InferenceException.class, () -> inside.openTraining(WeightChoice.ALL, TOKENS))
              .getMessage());
    }
  }
}
