package kelvin.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kelvin.inference.ModelConfig;
import kelvin.onnx.surgery.KeptRows;

/// The open graphs of one model. There is usually one; some models have another one for the first
/// tokens, or for the embeddings.
///
/// Owns the sessions.
final class ModelGraphs implements AutoCloseable {

  /// Loads a graph into the runtime.
  @FunctionalInterface
  interface Opener {
    GraphSession open(Path graph) throws OrtException;
  }

  /// A graph with the purpose of its inputs.
  private record Part(GraphSession session, GraphSignature signature, Set<String> inputs) {}

  private final List<GraphSession> open = new ArrayList<>();
  private final Part main;
  private Optional<Part> first = Optional.empty();
  private Optional<TokenEmbedding> embedding = Optional.empty();

  private ModelGraphs(Path graph, SiblingGraphs siblings, Opener opener, ModelConfig config)
      throws OrtException, UnsupportedGraphException {
    var continuation = siblings.continuation();
    boolean complete = false;
    try {
      main = part(continuation.orElse(graph), opener, config);
      if (continuation.isPresent()) {
        first = Optional.of(part(graph, opener, config));
      }
      if (main.signature().input(InputRole.EMBEDDINGS).isPresent()) {
        embedding = Optional.of(openEmbedding(siblings, opener));
      }
      complete = true;
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  /// @throws UnsupportedGraphException with the reason in one sentence
  static ModelGraphs open(Path graph, SiblingGraphs siblings, Opener opener, ModelConfig config)
      throws OrtException, UnsupportedGraphException {
    return new ModelGraphs(graph, siblings, opener, config);
  }

  /// The only graph of a model, which need not give the logits that its signature names.
  private ModelGraphs(GraphSession session, GraphSignature signature) {
    open.add(session);
    main = new Part(session, signature, session.inputNames());
  }

  /// Takes ownership of the session of a changed copy of a graph.
  ///
  /// @param signature of the graph before the change
  static ModelGraphs ofCopy(GraphSession session, GraphSignature signature) {
    return new ModelGraphs(session, signature);
  }

  private Part part(Path graph, Opener opener, ModelConfig config)
      throws OrtException, UnsupportedGraphException {
    var session = opener.open(graph);
    open.add(session);
    var inputs = session.inputs();
    var signature = GraphSignature.of(inputs, session.outputs(), config);
    var names = session.inputNames();
    return new Part(
        session, names.contains(KeptRows.INPUT) ? signature.limitingRows() : signature, names);
  }

  private TokenEmbedding openEmbedding(SiblingGraphs siblings, Opener opener)
      throws OrtException, UnsupportedGraphException {
    var file = siblings.embedding();
    if (file.isEmpty()) {
      throw new UnsupportedGraphException(
          "the graph takes embeddings (inputs_embeds), not tokens, and the graph that computes"
              + " them is missing.",
          "Put embed_tokens.onnx, which comes with such exports, next to it.");
    }
    var session = opener.open(file.get());
    open.add(session);
    return new TokenEmbedding(session);
  }

  OrtEnvironment environment() {
    return main.session().environment();
  }

  /// The signature of the graph that continues after cached tokens.
  GraphSignature signature() {
    return main.signature();
  }

  GraphSession session() {
    return main.session();
  }

  /// Creates the inputs of a run and runs the right graph.
  RunOutputs run(Chunk chunk, RunBinding binding, OrtSession.RunOptions options)
      throws OrtException {
    var part = chunk.past() == 0 ? first.orElse(main) : main;
    for (var input : part.signature().inputs()) {
      binding.own(
          input.name(),
          input.role() == InputRole.EMBEDDINGS && embedding.isPresent()
              ? embedding.get().embed(chunk, options)
              : InputTensors.create(environment(), input, chunk));
    }
    var inputs = binding.inputsOf(part.inputs());
    return new RunOutputs(part.session().run(inputs, binding.wanted(), binding.pinned(), options));
  }

  /// Runs the graph that continues with the inputs that are bound.
  RunOutputs runAsGiven(RunBinding binding, OrtSession.RunOptions options) throws OrtException {
    var inputs = binding.inputsOf(main.inputs());
    return new RunOutputs(main.session().run(inputs, binding.wanted(), binding.pinned(), options));
  }

  boolean isSingle() {
    return open.size() == 1;
  }

  @Override
  public void close() throws OrtException {
    for (var session : open) {
      session.close();
    }
    open.clear();
  }
}
