package kelvin.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.onnxruntime.OnnxTensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.catalog.ModelFolderReader;
import kelvin.inference.Cancellation;
import kelvin.inference.ModelFolder;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.TrainingText;
import kelvin.onnx.fixture.ToyFeature;
import kelvin.onnx.fixture.ToyFolder;
import kelvin.onnx.fixture.ToyModel;
import kelvin.onnx.surgery.EmbeddingRule;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.training.ScoredRows;
import kelvin.onnx.training.TrainingGraph;
import kelvin.onnx.training.WeightPlaces;
import kelvin.onnx.training.WeightRule;
import kelvin.onnx.training.WeightRule.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// To multiply only the rows that count with the output matrix changes neither losses nor
/// gradients, in all plain exports. Without this, a quicker step would learn something else.
final class PickedRowsTest {

  private static final ToyModel TOY = ToyModel.small(11);
  private static final TrainingGoal TOKENS = new TrainingGoal.Tokens();
  private static final TrainingText TEXT = new TrainingText(new int[] {7, 3, 9, 30, 12, 5, 3}, 4);

  @TempDir Path folder;

  static Stream<Set<ToyFeature>> plainExports() {
    return TrainingTest.plainExports();
  }

  /// A graph with its weights.
  private record Opened(
      ModelFolder folder,
      GraphSignature signature,
      GraphBytes bytes,
      Graph graph,
      List<Weight> weights) {

    static Opened of(Path folder) throws Exception {
      var model = new ModelFolderReader().read(folder);
      GraphSignature signature;
      try (var session = GraphSession.open(model.graph(), 1)) {
        signature = GraphSignature.of(session.inputs(), session.outputs(), model.config());
      }
      var bytes = GraphBytes.of(model.graph(), false);
      var graph = Graph.read(bytes.model());
      var tokens = signature.input(InputRole.TOKENS).orElseThrow().name();
      var rule = new EmbeddingRule(graph);
      var width = rule.find(tokens, TOY.vocabulary()).width();
      var weights = new WeightRule(graph).find(rule.vectors(tokens, TOY.vocabulary()), width);
      return new Opened(model, signature, bytes, graph, List.copyOf(weights.values()));
    }

    ScoredRows rows(boolean before) throws Exception {
      var logits = signature.logits().name();
      var all = ScoredRows.of(TOKENS, graph, logits, TOY.vocabulary());
      return before ? all.pickedBefore(graph, logits) : all;
    }

    /// The losses, then the gradients of all weights.
    List<float[]> run(ScoredRows rows) throws Exception {
      var tensors = weights.stream().map(Weight::tensor).toList();
      var made = TrainingGraph.of(bytes.model(), graph, rows, tensors, true);
      var session = GraphSession.open(made.model(), bytes.folder(), 1);
      var names = tensors.stream().map(each -> each.name()).collect(Collectors.toSet());
      var places = WeightPlaces.read(folder.graph(), names);
      var found = new ArrayList<float[]>();
      try (var memory = new NativeMemory();
          var runner = new GraphRunner(ModelGraphs.ofCopy(session, signature));
          var run = new TextRun(runner.environment(), List.of(TEXT))) {
        runner.useCache(new NoCache(runner.environment(), signature.cache()));
        var targets = new HashMap<String, OnnxTensor>();
        var slots = new ArrayList<WeightSlot>();
        for (int i = 0; i < weights.size(); i++) {
          var slot = WeightSlot.of(runner.environment(), weights.get(i), memory);
          slots.add(slot);
          places.read(tensors.get(i).name(), slot.weight().values());
          runner.lend(made.weights().get(i), slot.values());
          targets.put(made.gradients().get(i), slot.gradient());
        }
        targets.put(TrainingGraph.LOSSES, run.target());
        runner.runAlone(TEXT.ids(), run.next(0.25), targets, new Cancellation());
        found.add(new float[] {(float) run.sums()[0]});
        slots.forEach(slot -> found.add(WeightSlopes.copy(slot.weight().gradient())));
        slots.forEach(WeightSlot::close);
      }
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("plainExports")
  void onlyTheRowsThatCountMeetTheOutputMatrix(Set<ToyFeature> features) throws Exception {
    var opened = Opened.of(ToyFolder.write(folder, TOY, features));
    var before = opened.rows(true);

    var picked = opened.run(before);
    var whole = opened.run(opened.rows(false));

    assertFalse(before.tail().isEmpty(), features.toString());
    for (int i = 0; i < whole.size(); i++) {
      var what = i == 0 ? "the loss" : opened.weights.get(i - 1).place();
      assertEquals(0, relative(picked.get(i), whole.get(i)), 1e-6, what);
    }
  }

  /// The length of the difference relative to that of the numbers.
  private static double relative(float[] numbers, float[] expected) {
    double square = 0;
    double all = 0;
    for (int i = 0; i < numbers.length; i++) {
      square += Math.pow((double) numbers[i] - expected[i], 2);
      all += Math.pow(expected[i], 2);
    }
    return square == 0 ? 0 : Math.sqrt(square / all);
  }

  @Test
  void aGraphThatGivesNoLogitsDeclaresNone() throws Exception {
    var features = EnumSet.of(ToyFeature.CACHE, ToyFeature.MASK);
    var opened = Opened.of(ToyFolder.write(folder, TOY, features));
    var tensors = opened.weights.stream().map(Weight::tensor).toList();
    var made =
        TrainingGraph.of(opened.bytes.model(), opened.graph, opened.rows(true), tensors, true);
    try (var session = GraphSession.open(made.model(), opened.bytes.folder(), 1)) {
      assertFalse(session.outputs().containsKey(opened.signature.logits().name()));
    }
  }
}
