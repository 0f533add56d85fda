package kelvin.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs the separate graph that turns tokens into the vectors that a language model takes.
final class TokenEmbedding {

  private final GraphSession session;
  private final GraphInput tokens;
  private final String vectors;

  /// @param session the session; the caller still owns it
  /// @throws UnsupportedGraphException if it needs more than tokens
  TokenEmbedding(GraphSession session) throws OrtException, UnsupportedGraphException {
    this.session = session;
    var inputs = List.copyOf(session.inputs().values());
    if (inputs.size() != 1 || !InputRules.isInteger(inputs.getFirst())) {
      throw new UnsupportedGraphException(
          "the graph takes embeddings, and the graph that computes them needs more "
              + "than tokens: "
              + String.join(", ", session.inputs().keySet())
              + ".");
    }
    tokens = GraphInput.of(inputs.getFirst(), InputRole.TOKENS);
    vectors = session.outputs().keySet().iterator().next();
  }

  /// Computes one vector for each new token; the caller closes the result.
  OnnxTensor embed(Chunk chunk, OrtSession.RunOptions options) throws OrtException {
    try (var ids = InputTensors.create(session.environment(), tokens, chunk);
        var outputs =
            new RunOutputs(
                session.run(Map.of(tokens.name(), ids), Set.of(vectors), Map.of(), options))) {
      return outputs.take(vectors);
    }
  }
}
