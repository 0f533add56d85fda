package kelvin.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kelvin.inference.GradientRuns;
import kelvin.inference.InferenceException;
import kelvin.inference.InnerRuns;
import kelvin.inference.ModelDescriptor;
import kelvin.inference.ModelDescriptor.CacheKind;
import kelvin.inference.ModelDescriptor.ModelFile;
import kelvin.inference.ModelFolder;
import kelvin.inference.ModelInside;
import kelvin.inference.TrainingRuns;
import kelvin.inference.inner.TokenVectors;
import kelvin.inference.training.TrainingGoal;
import kelvin.inference.training.WeightChoice;
import kelvin.onnx.gradient.TokenLoss;
import kelvin.onnx.surgery.AttentionOutputs;
import kelvin.onnx.surgery.EmbeddingRule;
import kelvin.onnx.surgery.FirstBody;
import kelvin.onnx.surgery.Graph;
import kelvin.onnx.surgery.InnerOutputs;
import kelvin.onnx.surgery.OutputRule;
import kelvin.onnx.surgery.StoredVectors;
import kelvin.onnx.surgery.UnknownPartException;
import kelvin.text.Reason;

/// The inside of a model's graph: a second session of the same graph with more outputs.
final class OnnxInside implements ModelInside {

  private final Setup setup;
  private final ModelDescriptor descriptor;
  private final Consumer<int[]> check;

  /// The way in which the model itself was opened.
  ///
  /// @param files all files of the model
  /// @param signature of the graph that plays, as its file declares it
  record Setup(
      ModelFolder folder,
      GraphFacts facts,
      List<ModelFile> files,
      GraphAbilities abilities,
      GraphSignature signature,
      int threads) {

    /// The output with the logits, whose name is the same in both graphs of a pair.
    String logits() {
      return signature.logits().name();
    }

    Path graph() {
      return folder.graph();
    }

    /// Returns whether a second graph continues after cached tokens. It is not needed here.
    boolean hasContinuation() {
      return SiblingGraphs.of(graph()).continuation().isPresent();
    }
  }

  /// @param descriptor of the model that plays
  /// @param check refuses token ids that the model does not take
  OnnxInside(Setup setup, ModelDescriptor descriptor, Consumer<int[]> check) {
    this.setup = setup;
    this.descriptor = descriptor;
    this.check = check;
  }

  @Override
  public long memory() {
    long files = setup.files().stream().mapToLong(ModelFile::size).sum();
    return setup.abilities().inFloat32() ? 2 * files : files;
  }

  @Override
  public InnerRuns openFeatures() {
    return open(
        setup.abilities().inFloat32(),
        (model, graph) -> {
          var added = InnerOutputs.features(model, graph, setup.logits());
          return new Added<>(
              added.model(), (graphs, hasBodies) -> runs(graphs, added.names(), hasBodies));
        });
  }

  @Override
  public InnerRuns openLayers() {
    return open(
        setup.abilities().inFloat32(),
        (model, graph) -> {
          var added = InnerOutputs.layers(model, graph, setup.logits());
          return new Added<>(
              added.model(),
              (graphs, hasBodies) -> new OnnxLayerRuns(runs(graphs, added.names(), hasBodies)));
        });
  }

  @Override
  public InnerRuns openAttention() {
    return open(
        setup.abilities().inFloat32(),
        (model, graph) -> {
          var added = AttentionOutputs.of(model, graph);
          return new Added<>(
              added.model(),
              (graphs, hasBodies) ->
                  new OnnxAttentionRuns(runs(graphs, List.of(), hasBodies), added.layers()));
        });
  }

  @Override
  public GradientRuns openGradients() {
    return open(
        setup.abilities().inFloat32() || setup.facts().holdsHalves(),
        (model, graph) -> {
          var added = TokenLoss.add(model, graph, setup.logits(), List.of(vectors(graph)));
          return new Added<>(
              added.model(),
              (graphs, _) -> new OnnxGradientRuns(copy(graphs, true), added.names(), check));
        });
  }

  @Override
  public TrainingRuns openTraining(WeightChoice choice, TrainingGoal goal) {
    return new OnnxTraining(setup, descriptor, check).open(choice, goal);
  }

  /// The vectors of the prompt's tokens, which another graph may compute.
  private String vectors(Graph graph) throws UnknownPartException {
    var given = setup.signature().input(InputRole.EMBEDDINGS);
    return given.isPresent()
        ? given.get().name()
        : new EmbeddingRule(graph).vectors(tokens(), setup.abilities().logitCount());
  }

  /// A graph with more outputs, and what is made of it.
  @SuppressWarnings("ArrayRecordComponent") // lives until the session is made; never compared
  private record Added<T>(byte[] model, Use<T> use) {}

  /// Adds outputs to a graph.
  @FunctionalInterface
  private interface Surgery<T> {
    Added<T> add(byte[] model, Graph graph) throws UnknownPartException;
  }

  /// Makes runs of the graphs of a second copy.
  @FunctionalInterface
  private interface Use<T> {

    /// @param hasBodies whether the file has two bodies, of which one was unfolded
    T of(ModelGraphs graphs, boolean hasBodies) throws OrtException;
  }

  private <T> T open(boolean inFloat32, Surgery<T> surgery) {
    try {
      var bytes = GraphBytes.of(setup.graph(), inFloat32);
      boolean hasBodies = FirstBody.isIn(Graph.read(bytes.model()));
      var model = unfolded(bytes);
      var added = surgery.add(model, Graph.read(model));
      var graphs =
          ModelGraphs.open(
              setup.graph(),
              SiblingGraphs.of(setup.graph()).withoutContinuation(),
              path ->
                  path.equals(setup.graph())
                      ? GraphSession.open(added.model(), bytes.folder(), setup.threads())
                      : beside(path, inFloat32),
              setup.folder().config());
      return added.use().of(graphs, hasBodies);
    } catch (UnknownPartException e) {
      throw new InferenceException(e.sentence(), e);
    } catch (UnsupportedGraphException e) {
      throw new InferenceException("The graph does not open a second time: " + e.reason(), e);
    } catch (OrtException e) {
      throw new InferenceException(
          "ONNX Runtime does not open the graph with more outputs: "
              + OrtMessages.ofLoad(e, setup.graph()).reason(),
          e);
    } catch (IOException e) {
      throw new InferenceException("The graph cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  /// Opens another graph of the model, in the precision of the one that plays.
  private GraphSession beside(Path graph, boolean inFloat32) throws OrtException {
    return inFloat32
        ? GraphOpening.openInFloat32(graph, setup.threads())
        : GraphSession.open(graph, setup.threads());
  }

  /// The graph for the first tokens, if there is another body for those after a past.
  private static byte[] unfolded(GraphBytes bytes) throws IOException {
    return FirstBody.unfold(bytes.model(), Graph.read(bytes.model()));
  }

  /// @param hasBodies whether one of two bodies was unfolded, which has nothing before it
  private OnnxInnerRuns runs(ModelGraphs graphs, List<String> names, boolean hasBodies)
      throws OrtException {
    return new OnnxInnerRuns(copy(graphs, setup.hasContinuation() || hasBodies), names, check);
  }

  /// @param alone whether the graph takes the whole context in one run, with nothing before it
  private OnnxCopy copy(ModelGraphs graphs, boolean alone) throws OrtException {
    var runner = new GraphRunner(graphs);
    boolean complete = false;
    try {
      var signature = runner.signature();
      var kind = alone ? CacheKind.NONE : setup.abilities().kind();
      var modes = new CacheModes(runner.environment(), signature, setup.facts(), Set.of());
      runner.useCache(modes.open(kind));
      var logits = runner.logitsBuffer(setup.abilities().logitCount());
      var plan = setup.abilities().plan(signature, logits);
      complete = true;
      return new OnnxCopy(runner, logits, alone ? plan.withoutCache() : plan);
    } finally {
      if (!complete) {
        runner.close();
      }
    }
  }

  @Override
  public TokenVectors openVectors(TokenVectors.Matrix matrix) {
    try {
      boolean apart =
          matrix == TokenVectors.Matrix.INPUT
              && setup.signature().input(InputRole.TOKENS).isEmpty();
      var file = apart ? SiblingGraphs.of(setup.graph()).embedding().orElseThrow() : setup.graph();
      var bytes = GraphBytes.of(file, setup.abilities().inFloat32());
      var graph = Graph.read(unfolded(bytes));
      var stored =
          matrix == TokenVectors.Matrix.OUTPUT
              ? new OutputRule(graph).find(setup.logits())
              : new EmbeddingRule(graph)
                  .find(
                      apart ? graph.inputs().getFirst() : tokens(), setup.abilities().logitCount());
      return StoredVectors.open(stored, bytes.folder());
    } catch (UnknownPartException e) {
      throw new InferenceException(e.sentence(), e);
    } catch (OrtException e) {
      throw new InferenceException(OrtMessages.ofRun(e), e);
    } catch (IOException e) {
      throw new InferenceException("The graph cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  private String tokens() {
    return setup.signature().input(InputRole.TOKENS).orElseThrow().name();
  }
}
