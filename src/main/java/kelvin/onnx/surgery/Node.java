package kelvin.onnx.surgery;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An operation of a graph.
///
/// @param operator its name, without a domain
/// @param start the place of its message in the graph's bytes
/// @param end the end of that message
record Node(
    String operator,
    List<String> inputs,
    List<String> outputs,
    Map<String, Attribute> attributes,
    long start,
    long end) {

  /// A setting of a node. Only the kinds that the rules need are kept.
  record Attribute(long integer, Optional<Tensor> tensor, boolean isGraph) {}

  /// The name of an input, or an empty one if it is left out.
  String input(int place) {
    return place < inputs.size() ? inputs.get(place) : "";
  }

  String output(int place) {
    return place < outputs.size() ? outputs.get(place) : "";
  }

  boolean has(int place) {
    return !input(place).isEmpty();
  }

  long integer(String name, long otherwise) {
    var found = attributes.get(name);
    return found == null ? otherwise : found.integer();
  }

  boolean branches() {
    return attributes.values().stream().anyMatch(Attribute::isGraph);
  }
}
