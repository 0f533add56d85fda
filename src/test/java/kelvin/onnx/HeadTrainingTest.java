package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kelvin.inference.Cancellation;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainedWeight;
import kelvin.inference.training.TrainedWeight.Part;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.TrainingText;
import kelvin.inference.training.WeightChoice;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A head and the weights below it have the gradients of their common loss, in all plain exports.
/// Without this, w and θ would be trained to something else than the labels.
final class HeadTrainingTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int LABELS = 3;
  private static final TrainingText LONG = text(9, 1, 1);
  private static final TrainingText SHORT = text(4, 2, 2);

  @TempDir Path folder;

  private static TrainingText text(int length, int label, long seed) {
    var ids = new Random(seed).ints(length, 0, TOY.vocabulary()).toArray();
    return TrainingText.labelled(ids, label);
  }

  /// A use of the training of an opened model, whose head is drawn.
  private interface Use {
    void of(TrainingRuns runs) throws Exception;
  }

  private void training(Set<ToyFeature> features, Use use) throws Exception {
    try (var model = Models.open(ToyFolder.write(folder, TOY, features));
        var runs =
            model
                .inside()
                .orElseThrow()
                .openTraining(WeightChoice.ALL, new TrainingGoal.Labels(LABELS))) {
      var random = new Random(3);
      for (var weight : head(runs)) {
        for (int i = 0; i < weight.size(); i++) {
          weight.values().put(i, (float) random.nextGaussian());
        }
      }
      use.of(runs);
    }
  }

  private static List<TrainedWeight> head(TrainingRuns runs) {
    return runs.weights().stream().filter(weight -> weight.part() == Part.HEAD).toList();
  }

  static java.util.stream.Stream<Set<ToyFeature>> plainExports() {
    return TrainingTest.plainExports();
  }

  @ParameterizedTest
  @MethodSource("plainExports")
  void theGradientsOfTheHeadAndOfAllWeightsAreThoseOfTheLoss(Set<ToyFeature> features)
      throws Exception {
    training(
        features,
        runs -> {
          assertEquals(2, head(runs).size());
          assertTrue(runs.weights().size() > 12, runs.weights().toString());
          WeightSlopes.assertThoseOfTheLoss(runs, LONG);
          assertTrue(head(runs).stream().allMatch(weight -> WeightSlopes.length(weight) > 0.1));
        });
  }

  /// The loss is that of softmax(W φ + b), for texts together as for each one.
  @ParameterizedTest
  @MethodSource("plainExports")
  void theLossIsThatOfTheHeadOnTheFeaturesWhereATextEnds(Set<ToyFeature> features)
      throws Exception {
    training(
        features,
        runs -> {
          double[] alone = {WeightSlopes.loss(runs, LONG), WeightSlopes.loss(runs, SHORT)};
          assertArrayEquals(new double[] {byHand(runs, LONG), byHand(runs, SHORT)}, alone, 1e-4);
          if (runs.takesBatches()) {
            var both = List.of(LONG, SHORT);
            assertArrayEquals(alone, runs.losses(both, new Cancellation()), 1e-4);
            assertArrayEquals(alone, runs.gradients(both, 1, new Cancellation()), 1e-4);
          }
        });
  }

  private static double byHand(TrainingRuns runs, TrainingText text) {
    var row = runs.features(List.of(text), new Cancellation()).getFirst();
    var matrix = head(runs).getFirst().values();
    var scores = new double[LABELS];
    double sum = 0;
    for (int k = 0; k < LABELS; k++) {
      scores[k] = head(runs).getLast().values().get(k);
      for (int i = 0; i < row.length; i++) {
        scores[k] += matrix.get(k * row.length + i) * row[i];
      }
      sum += Math.exp(scores[k]);
    }
    return Math.log(sum) - scores[text.targets()[0]];
  }

  @Test
  void theFeaturesAreThoseThatAHeadAloneLearnsFrom() throws Exception {
    var features = EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK);
    var base = ToyFolder.write(folder, TOY, features);
    try (var model = Models.open(base);
        var alone = model.inside().orElseThrow().openFeatures();
        var runs =
            model
                .inside()
                .orElseThrow()
                .openTraining(WeightChoice.NORMS, new TrainingGoal.Labels(LABELS))) {
      var expected = alone.run(LONG.ids(), new Cancellation()).values().getFirst();
      var found = runs.features(List.of(LONG), new Cancellation()).getFirst();
      assertArrayEquals(expected, found, 1e-5f);
    }
  }

  @Test
  void theHeadIsNotWrittenIntoTheGraph() throws Exception {
    training(
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK),
        runs -> {
          var copy = Files.createDirectory(folder.resolve("copy"));
          var graph = folder.resolve("model.onnx");
          Files.copy(graph, copy.resolve("model.onnx"));
          runs.write(copy);
          assertEquals(-1, Files.mismatch(graph, copy.resolve("model.onnx")));
        });
  }
}
