package kelvin.onnx.surgery;

import java.util.List;
import java.util.Optional;

/// The residual stream of a language model.
///
/// @param before the stream before each block, the first with the embeddings, in its first form
/// @param added the same streams as the blocks are added to them, all in one type
/// @param end the stream after the last block
record Residual(List<String> before, List<String> added, End end) {

  /// The stream after the last block, to which the final norm and the head are applied.
  ///
  /// @param value its name; that of the norm's result if the operator `fused` adds and norms in one
  record End(String value, Optional<Node> fused) {}
}
