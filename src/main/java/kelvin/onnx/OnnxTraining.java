package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kelvin.inference.InferenceException;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.TrainingRuns;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.WeightChoice;
import kelvin.onnx.surgery.EmbeddingRule;
import kelvin.onnx.surgery.FirstBody;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.UnknownPartException;
import kelvin.onnx.training.ChosenWeights;
import kelvin.onnx.training.ScoredRows;
import kelvin.onnx.training.TrainingGraph;
import kelvin.onnx.training.WeightPlaces;
import kelvin.onnx.training.WeightRule;
import kelvin.onnx.training.WeightRule.Weight;
import kelvin.text.Reason;

/// Opens the copies of a graph in which weights are inputs.
final class OnnxTraining {

  private final OnnxInside.Setup setup;
  private final ModelDescriptor descriptor;
  private final Consumer<int[]> check;

  /// @param descriptor of the model that plays
  /// @param check refuses token ids that the model does not take
  OnnxTraining(OnnxInside.Setup setup, ModelDescriptor descriptor, Consumer<int[]> check) {
    this.setup = setup;
    this.descriptor = descriptor;
    this.check = check;
  }

  /// @throws InferenceException if the weights cannot be trained; the message says why
  TrainingRuns open(WeightChoice choice, TrainingGoal goal) {
    requireOneGraph();
    try {
      var bytes = GraphBytes.of(setup.graph(), false);
      var graph = Graph.read(bytes.model());
      if (FirstBody.isIn(graph)) {
        throw new InferenceException(
            "The graph has two bodies, and weights in them cannot be trained. Export the model"
                + " without a merged decoder, or fit a head (--depth head).");
      }
      var weights = weights(graph, choice);
      var names = weights.stream().map(each -> each.tensor().name()).collect(Collectors.toSet());
      var places = WeightPlaces.read(setup.graph(), names);
      var scored = ScoredRows.of(goal, graph, setup.logits(), setup.abilities().logitCount());
      return new Opening(bytes, graph, scored, weights, places).open();
    } catch (UnknownPartException e) {
      throw new InferenceException(e.sentence(), e);
    } catch (UnsupportedGraphException e) {
      throw new InferenceException("The graph does not open for training: " + e.reason(), e);
    } catch (OrtException e) {
      throw new InferenceException(
          "ONNX Runtime does not open the graph for training: "
              + OrtMessages.ofLoad(e, setup.graph()).reason(),
          e);
    } catch (IOException e) {
      throw new InferenceException("The graph cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private void requireOneGraph() {
    if (setup.signature().input(InputRole.TOKENS).isEmpty() || setup.hasContinuation()) {
      throw new InferenceException(
          "The model is spread over several graphs, and weights in them cannot be trained. Export"
              + " it as one graph, or fit a head (--depth head).");
    }
    if (setup.abilities().oneToken() || setup.abilities().lastRowOnly()) {
      throw new InferenceException(
          "The graph gives no logits for all positions in one run, which training needs. Export the"
              + " model again, or fit a head (--depth head).");
    }
    if (setup.abilities().inFloat32() || setup.facts().holdsHalves()) {
      throw new InferenceException(
          "The weights are of half precision, in which small steps get lost. Fine-tune a float32"
              + " export, or a head (--depth head).");
    }
  }

  private List<Weight> weights(Graph graph, WeightChoice choice) throws UnknownPartException {
    var tokens = setup.signature().input(InputRole.TOKENS).orElseThrow().name();
    var rule = new EmbeddingRule(graph);
    long vocabulary = setup.abilities().logitCount();
    long width;
    String vectors;
    try {
      width = rule.find(tokens, vocabulary).width();
      vectors = rule.vectors(tokens, vocabulary);
    } catch (UnknownPartException e) {
      throw new UnknownPartException(
          e.sentence() + " Training starts from it. Fit a head (--depth head), which needs none.");
    }
    var all = new WeightRule(graph).find(vectors, width);
    return ChosenWeights.of(all.values(), choice, graph, setup.logits());
  }

  /// The steps of one opening, which close what is open if a later one fails.
  private final class Opening {

    private final GraphBytes bytes;
    private final Graph graph;
    private final ScoredRows scored;
    private final List<Weight> weights;
    private final WeightPlaces places;
    private final NativeMemory memory = new NativeMemory();
    private final List<WeightSlot> slots = new ArrayList<>();
    private final List<GraphRunner> runners = new ArrayList<>();

    /// Further tensors that are lent.
    private final List<OnnxTensor> tensors = new ArrayList<>();

    Opening(
        GraphBytes bytes,
        Graph graph,
        ScoredRows scored,
        List<Weight> weights,
        WeightPlaces places) {
      this.bytes = bytes;
      this.graph = graph;
      this.scored = scored;
      this.weights = weights;
      this.places = places;
    }

    TrainingRuns open()
        throws OrtException, IOException, UnknownPartException, UnsupportedGraphException {
      boolean complete = false;
      try {
        var training = graph(true);
        var playing = graph(false);
        var first = runner(training);
        readWeights(first.environment(), training, first);
        var second = runner(playing);
        lend(playing, second);
        second.lend(TrainingGraph.ROWS, nobody(second.environment()));
        second.lend(TrainingGraph.NEXT, nobody(second.environment()));
        var runs = runs(training, first, second);
        complete = true;
        return runs;
      } finally {
        if (!complete) {
          close();
        }
      }
    }

    private TrainingGraph graph(boolean withGradients) throws UnknownPartException, IOException {
      var tensors = weights.stream().map(Weight::tensor).toList();
      // The copy that plays gives logits of all rows anyway.
      var rows = withGradients ? scored.pickedBefore(graph, setup.logits()) : scored;
      return TrainingGraph.of(bytes.model(), graph, rows, tensors, withGradients);
    }

    private GraphRunner runner(TrainingGraph made) throws OrtException {
      var session = GraphSession.open(made.model(), bytes.folder(), setup.threads());
      var runner = new GraphRunner(ModelGraphs.ofCopy(session, setup.signature()));
      runners.add(runner);
      return runner;
    }

    private void readWeights(OrtEnvironment environment, TrainingGraph made, GraphRunner runner)
        throws OrtException, IOException {
      for (var each : weights) {
        var slot = WeightSlot.of(environment, each, memory);
        slots.add(slot);
        places.read(each.tensor().name(), slot.weight().values());
      }
      for (int i = 0; i < scored.head().size(); i++) {
        var name = scored.head().get(i);
        slots.add(WeightSlot.ofHead(environment, name, scored.headShapes().get(i), memory));
      }
      lend(made, runner);
    }

    private void lend(TrainingGraph made, GraphRunner runner) {
      for (int i = 0; i < slots.size(); i++) {
        runner.lend(made.weights().get(i), slots.get(i).values());
      }
    }

    /// A run that wants no losses still computes one: that of its first row.
    private OnnxTensor nobody(OrtEnvironment environment) throws OrtException {
      var next = OnnxTensor.createTensor(environment, new long[] {0});
      tensors.add(next);
      return next;
    }

    private TrainingRuns runs(TrainingGraph training, GraphRunner first, GraphRunner second)
        throws OrtException {
      var none = new CacheModes(first.environment(), first.signature(), setup.facts(), Set.of());
      first.useCache(none.open(CacheKind.NONE));
      var modes = new CacheModes(second.environment(), second.signature(), setup.facts(), Set.of());
      second.useCache(modes.open(setup.abilities().kind()));
      var logits = second.logitsBuffer(setup.abilities().logitCount());
      var plan = setup.abilities().plan(second.signature(), logits);
      var model = new OnnxLanguageModel(second, logits, plan, descriptor);
      var batches = BatchInputs.of(second, plan, setup.abilities().kind());
      var all = slots.stream().map(WeightSlot::weight).toList();
      return new OnnxTrainingRuns(
          new OnnxTrainingRuns.Copies(first, second, model),
          batches,
          new OnnxTrainingRuns.Weights(
              List.copyOf(slots),
              List.copyOf(tensors),
              TiedWeights.find(all),
              training.gradients(),
              scored,
              memory),
          new OnnxTrainingRuns.Place(setup.folder().folder(), setup.graph(), places, check));
    }

    private void close() throws OrtException {
      try (memory) {
        for (var runner : runners) {
          runner.close();
        }
        slots.forEach(WeightSlot::close);
        tensors.forEach(OnnxTensor::close);
      }
    }
  }
}
