package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelDescriptor.GraphTensor;
import kelvin.inference.ModelFolder;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.WeightChoice;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Graphs get an input that limits the rows of logits. If a limited row were another one, every
/// score of a label would be wrong; if graphs got it in which rows depend on each other, the same
/// question would get different answers.
final class KeptRowsTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final int[] IDS = new Random(3).ints(9, 0, TOY.vocabulary()).toArray();

  /// Their rows are on another axis at the end, are one only, or do not obey an input of the file.
  private static final Set<ToyFeature> OTHER_TAILS =
      EnumSet.of(
          ToyFeature.RANK_THREE_TOKENS, ToyFeature.LAST_ROW_ONLY, ToyFeature.IGNORES_KEPT_LOGITS);

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> plainExports() {
    return TrainingTest.plainExports()
        .filter(features -> Collections.disjoint(features, OTHER_TAILS));
  }

  @ParameterizedTest
  @MethodSource("plainExports")
  void aPlainGraphGivesItsLastRowsAlone(Set<ToyFeature> features) throws Exception {
    try (var runner = open(folder(features))) {
      assertTrue(runner.signature().canLimitRows());
      try (var logits = runner.logitsBuffer(TOY.vocabulary())) {
        var all = rows(runner, IDS.length, logits);
        for (int count = 1; count < IDS.length; count++) {
          var last = all.subList(IDS.length - count, IDS.length);
          assertTrue(Models.difference(rows(runner, count, logits), last) <= 1e-5);
        }
      }
    }
  }

  /// Exports in which it is not certain that a row of logits depends on one hidden state only.
  static Stream<Set<ToyFeature>> otherExports() {
    return Stream.of(
        EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.DYNAMIC_INT8),
        EnumSet.of(ToyFeature.MERGED, ToyFeature.CACHE, ToyFeature.MASK, ToyFeature.POSITIONS),
        EnumSet.of(ToyFeature.PAIR, ToyFeature.CACHE, ToyFeature.MASK),
        EnumSet.of(ToyFeature.RANK_THREE_TOKENS));
  }

  @ParameterizedTest
  @MethodSource("otherExports")
  void anotherGraphStaysAsItIs(Set<ToyFeature> features) throws Exception {
    try (var runner = open(folder(features))) {
      assertFalse(runner.signature().canLimitRows());
    }
  }

  @Test
  void aGraphThatHasSuchAnInputKeepsItsOwn() throws Exception {
    try (var runner = open(folder(EnumSet.of(ToyFeature.MASK, ToyFeature.NUM_LOGITS_TO_KEEP)))) {
      var input = runner.signature().input(InputRole.KEPT_LOGITS).orElseThrow();

      assertEquals("num_logits_to_keep", input.name());
      assertEquals(2, runner.signature().inputs().size() - 1);
    }
  }

  @Test
  void theDescriptionShowsWhatTheFileDeclares() throws Exception {
    var model = folder(EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK));
    try (var open = Models.open(folder);
        var file = GraphSession.open(model.graph(), 1)) {
      var described = open.descriptor();

      assertEquals(List.copyOf(file.inputs().keySet()), names(described.inputs()));
      assertEquals(List.copyOf(file.outputs().keySet()), names(described.outputs()));
    }
  }

  private static List<String> names(List<GraphTensor> tensors) {
    return tensors.stream().map(GraphTensor::name).toList();
  }

  @Test
  void aCopyThatIsTrainedGivesTheSameRows() throws Exception {
    ToyFolder.write(folder, TOY, ToyFeature.CACHE, ToyFeature.MASK);
    var goal = new TrainingGoal.Tokens();
    try (var model = Models.open(folder);
        var copy = model.inside().orElseThrow().openTraining(WeightChoice.ALL, goal)) {
      for (int first : new int[] {IDS.length - 1, 5, 0}) {
        var rows = Models.rows(copy.model(), IDS, first);
        assertTrue(Models.difference(rows, Models.rows(model, IDS, first)) <= 1e-5);
      }
    }
  }

  private ModelFolder folder(Set<ToyFeature> features) throws Exception {
    return new ModelFolderReader().read(ToyFolder.write(folder, TOY, features));
  }

  /// Opens a model as the loader does; the caller closes it.
  private static GraphRunner open(ModelFolder model) throws Exception {
    boolean halves = GraphFacts.read(model.graph()).holdsHalves();
    var runner = new GraphRunner(Models.opening(model).open(halves));
    var cache = new NoCache(runner.environment(), runner.signature().cache());
    runner.useCache(cache);
    return runner;
  }

  private static List<float[]> rows(GraphRunner runner, int count, LogitsBuffer logits)
      throws Exception {
    runner.run(IDS, count, logits, new Cancellation());
    var rows = new ArrayList<float[]>();
    for (int i = 0; i < count; i++) {
      rows.add(logits.row(i).clone());
    }
    return rows;
  }
}
