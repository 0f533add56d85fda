package kelvin.onnx.surgery;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An operation of a graph.
///
/// @param operator its name, without a domain
/// @param title the names around it
/// @param place its message in the graph's bytes
public record Node(
    String operator,
    Title title,
    List<String> inputs,
    List<String> outputs,
    Map<String, Attribute> attributes,
    Place place) {

  /// @param domain of the operator; empty for ONNX's own
  /// @param name of the node, which may be empty
  public record Title(String domain, String name) {}

  /// The bytes from `start` to `end`.
  record Place(long start, long end) {}

  /// A node that is not in a file.
  public static Node of(
      String operator,
      List<String> inputs,
      List<String> outputs,
      Map<String, Attribute> attributes) {
    return new Node(operator, new Title("", ""), inputs, outputs, attributes, new Place(0, 0));
  }

  long start() {
    return place.start();
  }

  /// The name of an input, or an empty one if it is left out.
  public String input(int place) {
    return place < inputs.size() ? inputs.get(place) : "";
  }

  public String output(int place) {
    return place < outputs.size() ? outputs.get(place) : "";
  }

  public boolean has(int place) {
    return !input(place).isEmpty();
  }

  public long integer(String name, long otherwise) {
    return find(name).map(Attribute::integer).orElse(otherwise);
  }

  public float real(String name, float otherwise) {
    return find(name).map(Attribute::real).orElse(otherwise);
  }

  public String text(String name, String otherwise) {
    return find(name).map(Attribute::text).orElse(otherwise);
  }

  /// A list of integers; empty if it is left out.
  public List<Long> integers(String name) {
    return find(name).map(Attribute::integers).orElse(List.of());
  }

  private Optional<Attribute> find(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /// Returns whether it runs graphs of its own.
  public boolean branches() {
    return attributes.values().stream().anyMatch(Attribute::isGraph);
  }

  /// The values that its own graphs read.
  public List<String> reads() {
    return attributes.values().stream().flatMap(each -> each.reads().stream()).toList();
  }
}
