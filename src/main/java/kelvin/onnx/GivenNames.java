package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Maps the names of a graph's inputs and outputs to their usual names, as given by a
/// configuration.
final class GivenNames {

  private static final String LAYER = "%d";

  private final Map<String, String> usualNames;
  private final Map<String, String> givenByUsual = new HashMap<>();

  /// @param usualNames the usual names by the graph's names, with `%d` for the number of a layer
  GivenNames(Map<String, String> usualNames) {
    this.usualNames = usualNames;
  }

  /// Renames inputs or outputs to their usual names, unless those are in use.
  Map<String, NodeInfo> renamed(Map<String, NodeInfo> nodes) {
    var renamed = new LinkedHashMap<String, NodeInfo>();
    for (var node : nodes.values()) {
      var given = node.getName();
      var usual = usual(given).filter(name -> !nodes.containsKey(name)).orElse(given);
      givenByUsual.put(usual, given);
      renamed.put(usual, new NodeInfo(usual, node.getInfo()));
    }
    return renamed;
  }

  private Optional<String> usual(String given) {
    for (var entry : usualNames.entrySet()) {
      var parts = entry.getKey().split(LAYER, 2);
      if (parts.length == 1 && given.equals(entry.getKey())) {
        return Optional.of(entry.getValue());
      }
      if (parts.length == 2) {
        var pattern = Pattern.quote(parts[0]) + "(\\d+)" + Pattern.quote(parts[1]);
        var matcher = Pattern.compile(pattern).matcher(given);
        if (matcher.matches()) {
          return Optional.of(entry.getValue().replace(LAYER, matcher.group(1)));
        }
      }
    }
    return Optional.empty();
  }

  /// The name in the graph.
  String given(String usual) {
    return givenByUsual.getOrDefault(usual, usual);
  }

  GraphSignature given(GraphSignature signature) {
    var logits = signature.logits();
    return new GraphSignature(
        signature.inputs().stream()
            .map(
                input ->
                    new GraphInput(given(input.name()), input.role(), input.type(), input.shape()))
            .toList(),
        signature.cache().stream()
            .map(
                tensor ->
                    new CacheTensor(
                        given(tensor.pastName()),
                        given(tensor.presentName()),
                        tensor.type(),
                        tensor.shape(),
                        tensor.sequenceAxis(),
                        tensor.growth()))
            .toList(),
        new LogitsOutput(given(logits.name()), logits.type(), logits.rank()),
        signature.lost().map(this::given),
        signature.guessed().stream().map(this::given).toList());
  }
}
