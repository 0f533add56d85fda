package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kelvin.inference.ModelConfig;
import kelvin.onnx.CacheTensor.Growth;
import kelvin.onnx.surgery.KeptRows;

/// The purpose of each input and output of a graph. Found from names, types, ranks and symbolic
/// dimensions, never from the model's name.
///
/// @param inputs the inputs that are created for every run
/// @param cache keys, values and other states; empty if the graph keeps none
/// @param lost the first state that has an input but no output
/// @param guessed states that were recognised only by their shapes
record GraphSignature(
    List<GraphInput> inputs,
    List<CacheTensor> cache,
    LogitsOutput logits,
    Optional<String> lost,
    List<String> guessed) {

  /// @throws UnsupportedGraphException with the reason in one sentence
  static GraphSignature of(
      Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs, ModelConfig config)
      throws UnsupportedGraphException {
    var names = new GivenNames(config.usualNames());
    return names.given(ofUsual(names.renamed(inputs), names.renamed(outputs), config));
  }

  private static GraphSignature ofUsual(
      Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs, ModelConfig config)
      throws UnsupportedGraphException {
    Refusals.checkInputs(inputs.keySet());
    var roles = roles(inputs);
    var pasts = inputs.values().stream().filter(input -> isCache(roles, input)).toList();
    var named = new ArrayList<String>();
    for (var past : pasts) {
      CachePairs.presentName(past.getName(), outputs.keySet()).ifPresent(named::add);
    }
    var logits = LogitsOutput.find(outputs, named, config);
    var others = new LinkedHashMap<>(outputs);
    others.remove(logits.name());
    var pairs = new CachePairs(others);
    pairs.pair(pasts);
    var guessed = guessStates(inputs, roles, pairs);

    var tokens = tokens(inputs, roles);
    var shapes = new CacheShapes(config, tokens.getDimensionNames()[0]);
    var cache = new ArrayList<CacheTensor>();
    Optional<String> lost = Optional.empty();
    for (var input : inputs.values()) {
      if (isCache(roles, input)) {
        var present = pairs.presentOf(input.getName());
        lost = lost.or(() -> present.isEmpty() ? Optional.of(input.getName()) : Optional.empty());
        cache.add(shapes.resolve(input, present.orElse(input)));
      }
    }
    return new GraphSignature(
        inputs.values().stream()
            .filter(input -> !isCache(roles, input))
            .map(input -> GraphInput.of(input, roleIn(roles, input)))
            .toList(),
        List.copyOf(cache),
        logits,
        lost,
        guessed);
  }

  private static InputRole roleIn(Map<String, InputRole> roles, NodeInfo input) {
    return roles.getOrDefault(input.getName(), InputRole.UNKNOWN);
  }

  private static boolean isCache(Map<String, InputRole> roles, NodeInfo input) {
    return roleIn(roles, input) == InputRole.CACHE;
  }

  /// Assigns roles by name. If no input is named as tokens, the only integer input of rank 2 or
  /// more is used.
  private static Map<String, InputRole> roles(Map<String, NodeInfo> inputs) {
    var roles = new LinkedHashMap<String, InputRole>();
    inputs.values().forEach(input -> roles.put(input.getName(), InputRules.roleOf(input)));
    boolean fed =
        roles.containsValue(InputRole.TOKENS) || roles.containsValue(InputRole.EMBEDDINGS);
    var candidates =
        inputs.values().stream()
            .filter(input -> roles.get(input.getName()) == InputRole.UNKNOWN)
            .filter(InputRules::isInteger)
            .filter(input -> ((TensorInfo) input.getInfo()).getShape().length >= 2)
            .toList();
    if (!fed && candidates.size() == 1) {
      roles.put(candidates.getFirst().getName(), InputRole.TOKENS);
    }
    return roles;
  }

  /// Treats unknown inputs as states if an output has the same type and shape.
  private static List<String> guessStates(
      Map<String, NodeInfo> inputs, Map<String, InputRole> roles, CachePairs pairs)
      throws UnsupportedGraphException {
    var unknown =
        inputs.values().stream()
            .filter(input -> roles.get(input.getName()) == InputRole.UNKNOWN)
            .toList();
    pairs.pair(unknown.stream().filter(InputRules::isReal).toList());
    var left =
        unknown.stream()
            .map(NodeInfo::getName)
            .filter(name -> pairs.presentOf(name).isEmpty())
            .collect(Collectors.joining(", "));
    if (!left.isEmpty()) {
      throw new UnsupportedGraphException(
          "the graph has inputs that Kelvin does not know: " + left + ".");
    }
    var names = unknown.stream().map(NodeInfo::getName).toList();
    names.forEach(name -> roles.put(name, InputRole.CACHE));
    return names;
  }

  private static TensorInfo tokens(Map<String, NodeInfo> inputs, Map<String, InputRole> roles)
      throws UnsupportedGraphException {
    for (var input : inputs.values()) {
      var role = roles.get(input.getName());
      if (role == InputRole.TOKENS || role == InputRole.EMBEDDINGS) {
        var info = (TensorInfo) input.getInfo();
        int sequenceAxis = info.getShape().length - (role == InputRole.TOKENS ? 1 : 2);
        checkShape(info.getShape(), sequenceAxis);
        return info;
      }
    }
    throw new UnsupportedGraphException("the graph has no input for token ids (input_ids).");
  }

  private static void checkShape(long[] shape, int sequenceAxis) throws UnsupportedGraphException {
    if (shape[0] > 1) {
      throw new UnsupportedGraphException(
          "the graph takes exactly " + shape[0] + " texts at a time, but Kelvin runs one.");
    }
    if (shape[sequenceAxis] > 1) {
      throw new UnsupportedGraphException(
          "the graph takes exactly "
              + shape[sequenceAxis]
              + " tokens at a time, not a prompt of any length.");
    }
  }

  Optional<GraphInput> input(InputRole role) {
    return inputs.stream().filter(input -> input.role() == role).findFirst();
  }

  /// The same with the input that was added to limit the positions with logits; see `KeptRows`.
  GraphSignature limitingRows() {
    var all = new ArrayList<>(inputs);
    all.add(new GraphInput(KeptRows.INPUT, InputRole.KEPT_LOGITS, OnnxJavaType.INT64, List.of(1L)));
    return new GraphSignature(List.copyOf(all), cache, logits, lost, guessed);
  }

  /// The same without an input that `limitingRows` added, as other copies of the graph have it.
  GraphSignature asDeclared() {
    var declared = inputs.stream().filter(input -> !input.name().equals(KeptRows.INPUT)).toList();
    return new GraphSignature(declared, cache, logits, lost, guessed);
  }

  /// Returns whether the graph has an input that limits the positions with logits.
  boolean canLimitRows() {
    return input(InputRole.KEPT_LOGITS).isPresent();
  }

  /// Returns whether the graph takes one token per run, even with a cache.
  boolean takesOneToken() {
    return input(InputRole.TOKENS).filter(tokens -> tokens.lastDimension() == 1).isPresent();
  }

  /// The number of positions that states of a fixed size can hold.
  OptionalInt cacheRoom() {
    return cache.stream()
        .filter(tensor -> tensor.growth() == Growth.FILLS)
        .mapToInt(tensor -> Math.toIntExact(tensor.shape().get(tensor.sequenceAxis())))
        .min();
  }

  /// Returns whether some states have no entries per position.
  boolean recurs() {
    return cache.stream().anyMatch(tensor -> tensor.growth() == Growth.CHANGES);
  }
}
