package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the output that returns each state: by its name, or by type and shape in the order of
/// the graph.
final class CachePairs {

  /// Parts of state names in inputs, with the parts that exporters use in outputs.
  private static final Map<String, String> RENAMES = renames();

  private final Map<String, NodeInfo> outputs;
  private final Map<String, NodeInfo> presents = new LinkedHashMap<>();

  /// @param outputs all outputs except the logits
  CachePairs(Map<String, NodeInfo> outputs) {
    this.outputs = new LinkedHashMap<>(outputs);
  }

  private static Map<String, String> renames() {
    var all = new LinkedHashMap<String, String>();
    all.put("past_key_values", "present");
    all.put("past_states", "present");
    all.put("past", "present");
    all.put("key_cache", "updated_key_cache");
    all.put("value_cache", "updated_value_cache");
    all.put("instate", "outstate");
    all.put("state_in", "state_out");
    all.put("in", "out");
    return all;
  }

  /// The output whose name belongs to a state input.
  static Optional<String> presentName(String past, Collection<String> outputs) {
    return RENAMES.entrySet().stream()
        .map(rename -> past.replace(rename.getKey(), rename.getValue()))
        .filter(name -> !name.equals(past) && outputs.contains(name))
        .findFirst();
  }

  /// Finds an output for each input; some may have none.
  void pair(List<NodeInfo> pasts) {
    var left = new ArrayList<NodeInfo>();
    for (var past : pasts) {
      var name = presentName(past.getName(), outputs.keySet());
      var present = name.map(outputs::remove);
      if (present.isPresent()) {
        presents.put(past.getName(), present.get());
      } else {
        left.add(past);
      }
    }
    left.forEach(this::pairByShape);
  }

  /// Finds an output of the same type and shape.
  ///
  /// @return whether one was found
  boolean pairByShape(NodeInfo past) {
    for (var output : outputs.values()) {
      if (isAlike(past, output)) {
        outputs.remove(output.getName());
        presents.put(past.getName(), output);
        return true;
      }
    }
    return false;
  }

  private static boolean isAlike(NodeInfo past, NodeInfo output) {
    if (!(past.getInfo() instanceof TensorInfo some)
        || !(output.getInfo() instanceof TensorInfo other)) {
      return false;
    }
    var shape = some.getShape();
    var otherShape = other.getShape();
    boolean alike = some.type == other.type && shape.length == otherShape.length;
    for (int i = 0; alike && i < shape.length; i++) {
      alike = shape[i] < 0 || otherShape[i] < 0 || shape[i] == otherShape[i];
    }
    return alike;
  }

  /// The output that returns the state of this input.
  Optional<NodeInfo> presentOf(String past) {
    return Optional.ofNullable(presents.get(past));
  }
}
