package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The graph beside a language model that turns tokens into the vectors which that takes.
final class TokenEmbedding {

  private final GraphSession session;
  private final GraphInput tokens;
  private final String vectors;

  /// @param session stays its maker's
  /// @throws UnsupportedGraphException when it needs more than tokens
  TokenEmbedding(GraphSession session) throws OrtException, UnsupportedGraphException {
    this.session = session;
    var inputs = List.copyOf(session.inputs().values());
    if (inputs.size() != 1 || !InputRules.isInteger(inputs.getFirst())) {
      throw new UnsupportedGraphException(
          "the graph takes embeddings, and the graph beside it that makes them wants more than"
              + " tokens: "
              + String.join(", ", session.inputs().keySet())
              + ".");
    }
    tokens = GraphInput.of(inputs.getFirst(), InputRole.TOKENS);
    vectors = session.outputs().keySet().iterator().next();
  }

  /// One vector for each new token; the caller closes it.
  OnnxTensor embed(RunSpan span, OrtSession.RunOptions options) throws OrtException {
    try (var ids = InputTensors.create(session.environment(), tokens, span);
        var outputs =
            new RunOutputs(
                session.run(Map.of(tokens.name(), ids), Set.of(vectors), Map.of(), options))) {
      return outputs.take(vectors);
    }
  }
}
