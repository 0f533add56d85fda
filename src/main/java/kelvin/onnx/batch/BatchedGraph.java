package kelvin.onnx.batch;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import kelvin.inference.Cancellation;

/// An open graph as batches need it.
public interface BatchedGraph {

  OrtEnvironment environment();

  /// The states that the graph takes; none if it keeps nothing.
  List<TextState> states();

  /// Returns whether texts may follow tokens whose states are held.
  boolean holdsStates();

  /// The name and type of the logits, of shape `(texts, rows, width)`.
  Logits logits();

  /// @param width the number of logits for each token
  record Logits(String name, OnnxJavaType type, int width) {}

  /// Throws if a text does not fit or holds a token that does not exist.
  void check(int[] ids);

  /// Runs what is missing of these tokens, so that the states of all of them are held.
  ///
  /// @return the number of positions that are held, at least as many as tokens
  int hold(int[] ids, Cancellation cancellation);

  /// The memory of a held state.
  MemorySegment held(TextState state);

  /// Returns whether a run can return only the last rows of each text.
  boolean limitsRows();

  /// The inputs of one text without its states.
  ///
  /// @param past the number of tokens before it
  /// @param rows the number of its last rows that the run returns; all if it cannot limit them
  List<TextInput> inputs(int[] ids, int past, int rows) throws OrtException;

  /// Runs the graph.
  ///
  /// @param target the tensor for the logits
  /// @throws kelvin.inference.CancelledException if cancelled
  void run(Map<String, OnnxTensor> inputs, OnnxTensor target, Cancellation cancellation)
      throws OrtException;

  /// The sentence for a run that failed.
  String reasonOf(OrtException failure);
}
