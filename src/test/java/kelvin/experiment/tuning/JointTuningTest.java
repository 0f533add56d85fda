package kelvin.experiment.tuning;

import static kelvin.experiment.SmallPlan.pair;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.app.AppAccess;
import kelvin.app.ModelOpeners;
import kelvin.engine.tuning.TuningResult;
import kelvin.engine.tuning.TuningResult.End;
import kelvin.engine.tuning.TuningSettings;
import kelvin.experiment.SmallPlan;
import kelvin.experiment.data.DataException;
import kelvin.experiment.data.Pair;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.evaluation.EvaluationListeners;
import kelvin.experiment.evaluation.EvaluationPlan;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;
import kelvin.workspace.tuning.HeadFile;
import kelvin.workspace.tuning.TunedModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A head trained together with weights of the bundled model. If these fail, the labels learn
/// nothing from θ, a kill loses or changes a training, or the folder answers something else than
/// was shown.
class JointTuningTest {

  private static final List<Pair> TRAIN =
      List.of(
          pair("a red ball is a ", "toy"),
          pair("a warm soup is a ", "food"),
          pair("a small doll is a ", "toy"),
          pair("a sweet cake is a ", "food"),
          pair("a big kite is a ", "toy"),
          pair("an old cheese is a ", "food"),
          pair("a loud drum is a ", "toy"),
          pair("a good bread is a ", "food"),
          pair("a soft teddy bear is a ", "toy"),
          pair("a hot pie is a ", "food"));

  private static final EvaluationPlan PLAN =
      SmallPlan.of(
          List.of("toy", "food"),
          TRAIN,
          List.of(pair("a toy car is a ", "toy"), pair("a ripe apple is a ", "food")));

  private static LoadedModel model;

  @TempDir private Path folder = Path.of("");

  private record Learned(TuningResult result, TrainedHead head, Evaluation test) {}

  @BeforeAll
  static void open() throws Exception {
    model = load(AppAccess.bundledModel());
  }

  private static LoadedModel load(Path from) throws Exception {
    return ModelOpeners.forWindow(1, AppAccess.cache()).load(from, new Cancellation());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  private static Training training(Depth depth, int epochs, int rank) {
    var settings = TuningSettings.usual(epochs, depth.rate(), 4, rank, 42);
    return new Training(depth, Loss.HEAD, OptionalDouble.of(0.1), settings);
  }

  private static EvaluationSetup setup() {
    return PLAN.setup();
  }

  private static TuningData data() {
    try {
      return TuningData.of(PLAN.data(), setup(), Integer.MAX_VALUE, 42);
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }

  private static WeightTuning tuning(Training training, Optional<Path> checkpoint) {
    return WeightTuning.open(
        setup(),
        data(),
        training,
        new WeightTuning.Keeping(checkpoint, false),
        model,
        _ -> {},
        new Cancellation());
  }

  private static Learned learned(WeightTuning tuning) {
    var result = tuning.train(_ -> {}, new Cancellation());
    return new Learned(result, tuning.head().orElseThrow(), judged(tuning));
  }

  private static Evaluation judged(WeightTuning tuning) {
    return tuning.evaluate(setup(), data(), EvaluationListeners.STRICT, new Cancellation());
  }

  private static Learned learned(Training training) {
    try (var tuning = tuning(training, Optional.empty())) {
      return learned(tuning);
    }
  }

  /// Every number of the head and of the weights, exactly.
  private static List<float[]> numbers(WeightTuning tuning) {
    var all = new ArrayList<float[]>();
    for (var weight : tuning.runs().weights()) {
      var numbers = new float[weight.size()];
      weight.values().get(0, numbers);
      all.add(numbers);
    }
    return all;
  }

  private static void assertSame(List<float[]> some, List<float[]> others) {
    assertEquals(some.size(), others.size());
    for (int i = 0; i < some.size(); i++) {
      assertArrayEquals(some.get(i), others.get(i));
    }
  }

  private static List<List<Double>> shares(Evaluation evaluation) {
    return evaluation.items().stream().map(item -> item.decision().shares()).toList();
  }

  private static void assertLearns(Depth depth, int rank, double l2) {
    var usual = training(depth, 3, rank);
    var learned = learned(new Training(depth, Loss.HEAD, OptionalDouble.of(l2), usual.settings()));

    var losses = learned.result().trainLoss();
    assertTrue(losses.getLast() < losses.getFirst(), depth + ": " + losses);
    assertEquals(Evaluation.Facts.HEAD, learned.test().facts().normalization());
  }

  @Test
  void theLossOfTheLabelsFallsBelowThatOfTheBestHeadAtEveryDepth() {
    assertLearns(Depth.NORMS, 0, 0.1);
    assertLearns(Depth.LAST, 0, 0.1);
    assertLearns(Depth.LOWRANK, 4, 0.1);
    // A head with a small penalty leaves a loss of 0.004, which steps of all weights only disturb.
    assertLearns(Depth.ALL, 0, 10);
  }

  @Test
  void theHeadBeginsAtTheOptimumForTheModelAsItIs() {
    var learned = TrainParts.of(TRAIN, 42).learned();
    HeadFit alone;
    try (var features = new PromptFeatures(model, setup().scoring().startToken())) {
      var table =
          TrialFeatures.of(setup(), learned, model, features, _ -> {}, new Cancellation())
              .table(setup().labels());
      var none = new FeatureTable(List.of(), new int[0], 2);
      alone = HeadFit.of(List.of("toy", "food"), 0.1, table, none, new Cancellation());
    }

    try (var tuning = tuning(training(Depth.NORMS, 1, 0), Optional.empty())) {
      var begun = tuning.head().orElseThrow().head();
      tuning.steps().step(new Cancellation());

      assertEquals(alone.trainLoss().getLast(), tuning.steps().trainLoss().getFirst(), 1e-4);
      for (int k = 0; k < 2; k++) {
        assertArrayEquals(alone.head().weights()[k], begun.weights()[k], 1e-4);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameHeadAndWeights() {
    try (var some = tuning(training(Depth.LOWRANK, 2, 4), Optional.empty());
        var again = tuning(training(Depth.LOWRANK, 2, 4), Optional.empty())) {
      learned(some);
      learned(again);
      assertSame(numbers(some), numbers(again));
    }
  }

  @Test
  void aKilledTrainingGoesOnWithItsHead() throws Exception {
    var wanted = training(Depth.NORMS, 3, 0);
    var file = Optional.of(folder.resolve("state"));
    List<float[]> whole;
    try (var tuning = tuning(wanted, Optional.empty())) {
      learned(tuning);
      whole = numbers(tuning);
    }
    try (var killed = tuning(wanted, file)) {
      while (killed.epochs() < 2) {
        killed.steps().step(new Cancellation());
      }
    }

    try (var second = tuning(wanted, file)) {
      assertEquals(2, second.epochs());
      learned(second);
      assertSame(whole, numbers(second));
      second.forgetState();
    }
    assertFalse(Files.exists(file.get()));
  }

  @Test
  void theFolderThatIsWrittenGivesTheSharesThatWereShown() throws Exception {
    var target = folder.resolve("tuned");
    var wanted = training(Depth.ALL, 2, 0);
    Learned learned;
    try (var tuning = tuning(wanted, Optional.empty())) {
      learned = learned(tuning);
      var written =
          new TunedModel.Weights(
              wanted, learned.result(), tuning.head(), learned.test(), Optional.of(learned.test()));
      new TunedModel(target, setup(), "things")
          .weights(model.descriptor(), written, tuning.runs()::write);
    }

    var kept = HeadFile.find(target).orElseThrow();
    assertArrayEquals(learned.head().head().weights(), kept.head().weights());
    assertEquals(0.1, kept.l2());
    try (var opened = load(target)) {
      var again =
          HeadEvaluation.of(
              setup(),
              PLAN.data().test(),
              kept.head(),
              "things",
              opened,
              _ -> {},
              new Cancellation());
      for (int i = 0; i < 2; i++) {
        assertEquals(
            shares(learned.test()).get(i).getFirst(), shares(again).get(i).getFirst(), 1e-5);
      }
    }
    assertTrue(Files.readString(target.resolve("README.md")).contains("under a head (head.json)"));
  }

  @Test
  void aRateThatIsTooGreatIsToldAndTheBestHeadIsKept() {
    var settings = TuningSettings.usual(3, 1e6, 4, 0, 42);
    var wanted = new Training(Depth.NORMS, Loss.HEAD, OptionalDouble.of(0.1), settings);
    try (var tuning = tuning(wanted, Optional.empty())) {
      var begun = numbers(tuning);
      var result = tuning.train(_ -> {}, new Cancellation());

      assertEquals(End.DIVERGED, result.end());
      assertEquals(0, result.best());
      assertSame(begun, numbers(tuning));
    }
  }
}
