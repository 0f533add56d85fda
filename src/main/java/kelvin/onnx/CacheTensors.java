package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kelvin.inference.ModelConfig;

/// Resolves the shape of a cache input: which dimension is the batch, which are heads and width,
/// and which one grows.
final class CacheTensors {

  private CacheTensors() {}

  /// @param batch the symbolic name of the batch dimension, from the token input
  static CacheTensor resolve(
      NodeInfo past, Map<String, NodeInfo> outputs, String batch, ModelConfig config)
      throws UnsupportedGraphException {
    var name = past.getName();
    var presentName = name.replaceFirst("^past_key_values", "present");
    if (!outputs.containsKey(presentName)) {
      throw new UnsupportedGraphException(
          "the graph takes " + name + " but does not give back " + presentName + ".");
    }
    if (!(past.getInfo() instanceof TensorInfo info) || info.getShape().length != 4) {
      throw new UnsupportedGraphException(
          "the cache input " + name + " does not have four dimensions.");
    }
    return new CacheTensor(name, presentName, info.type, shape(name, info, batch, config), 2);
  }

  /// `(batch, heads, sequence, headDimension)`, the sequence 0.
  private static List<Long> shape(String name, TensorInfo info, String batch, ModelConfig config)
      throws UnsupportedGraphException {
    var shape = info.getShape();
    var names = info.getDimensionNames();
    if (shape[0] > 1 || (shape[0] < 0 && !names[0].equals(batch) && !names[0].contains("batch"))) {
      throw new UnsupportedGraphException(
          "the first dimension of " + name + " is not the batch (" + info + ").");
    }
    if (shape[2] >= 0) {
      throw new UnsupportedGraphException(
          "the cache input " + name + " has a fixed length of " + shape[2] + ".");
    }
    return List.of(
        1L,
        known(shape[1], config.keyValueHeads(), "num_key_value_heads", name),
        0L,
        known(shape[3], config.headDimension(), "head_dim", name));
  }

  private static long known(long inGraph, OptionalInt inConfig, String field, String name)
      throws UnsupportedGraphException {
    if (inGraph > 0) {
      return inGraph;
    }
    if (inConfig.isPresent()) {
      return inConfig.getAsInt();
    }
    throw new UnsupportedGraphException(
        "the shape of " + name + " is open and config.json does not give " + field + ".");
  }
}
