package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kelvin.inference.ModelConfig;

/// What each input and output of a graph is for, found from names, types, ranks and symbolic
/// dimensions; never from the model's name.
///
/// @param tokens the input of token ids, shape `(1, new)`
/// @param mask the attention mask, shape `(1, past + new)`
/// @param positions position ids, shape `(1, new)`
/// @param keptLogits a scalar: for how many of the last positions to compute logits, 0 for all
/// @param cache keys and values; empty when the graph keeps none
/// @param logits the output, shape `(1, rows, logitCount)`
record GraphSignature(
    IntInput tokens,
    Optional<IntInput> mask,
    Optional<IntInput> positions,
    Optional<IntInput> keptLogits,
    List<CacheTensor> cache,
    String logits,
    OnnxJavaType logitsType) {

  private static final Pattern PAST = Pattern.compile("past_key_values\\.(\\d+)\\.(key|value)");

  /// An input of integers.
  ///
  /// @param wide int64, else int32
  record IntInput(String name, boolean wide) {}

  /// @throws UnsupportedGraphException with the reason in one sentence
  static GraphSignature of(
      Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs, ModelConfig config)
      throws UnsupportedGraphException {
    refuseOtherKinds(inputs, outputs);
    Optional<IntInput> tokens = Optional.empty();
    Optional<IntInput> mask = Optional.empty();
    Optional<IntInput> positions = Optional.empty();
    Optional<IntInput> keptLogits = Optional.empty();
    var past = new ArrayList<NodeInfo>();
    var unknown = new ArrayList<String>();
    for (var input : inputs.values()) {
      switch (roleOf(input)) {
        case TOKENS -> tokens = Optional.of(intInput(input));
        case MASK -> mask = Optional.of(intInput(input));
        case POSITIONS -> positions = Optional.of(intInput(input));
        case KEPT_LOGITS -> keptLogits = Optional.of(intInput(input));
        case CACHE -> past.add(input);
        case UNKNOWN -> unknown.add(input.getName());
      }
    }
    if (!unknown.isEmpty()) {
      throw new UnsupportedGraphException(
          "the graph has inputs that Kelvin does not know: " + String.join(", ", unknown) + ".");
    }
    if (tokens.isEmpty()) {
      throw new UnsupportedGraphException("the graph has no input of token ids (input_ids).");
    }
    refuseFixedShape(inputs, tokens.get().name());
    var batch = dimensionName(inputs, tokens.get().name(), 0);
    var cache = new ArrayList<CacheTensor>();
    for (var input : past) {
      cache.add(CacheTensors.resolve(input, outputs, batch, config));
    }
    var logits = logitsOf(outputs);
    return new GraphSignature(
        tokens.get(),
        mask,
        positions,
        keptLogits,
        List.copyOf(cache),
        logits.getName(),
        tensor(logits).type);
  }

  /// What the input is for, by its name, type and rank.
  static InputRole roleOf(NodeInfo input) {
    if (!(input.getInfo() instanceof TensorInfo info)) {
      return InputRole.UNKNOWN;
    }
    boolean integers = info.type == OnnxJavaType.INT64 || info.type == OnnxJavaType.INT32;
    int rank = info.getShape().length;
    return switch (input.getName()) {
      case "input_ids", "input" -> integers && rank == 2 ? InputRole.TOKENS : InputRole.UNKNOWN;
      case "attention_mask" -> integers && rank == 2 ? InputRole.MASK : InputRole.UNKNOWN;
      case "position_ids" -> integers && rank == 2 ? InputRole.POSITIONS : InputRole.UNKNOWN;
      case "num_logits_to_keep", "logits_to_keep" ->
          integers && rank == 0 ? InputRole.KEPT_LOGITS : InputRole.UNKNOWN;
      default -> PAST.matcher(input.getName()).matches() ? InputRole.CACHE : InputRole.UNKNOWN;
    };
  }

  private static void refuseOtherKinds(Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs)
      throws UnsupportedGraphException {
    for (var name : inputs.keySet()) {
      if (name.startsWith("encoder_")
          || name.contains(".encoder.")
          || name.startsWith("decoder_")) {
        throw new UnsupportedGraphException(
            "this is part of an encoder-decoder model (input "
                + name
                + ");"
                + " Kelvin needs a causal (decoder-only) language model.");
      }
    }
    if (!inputs.containsKey("input_ids") && inputs.containsKey("inputs_embeds")) {
      throw new UnsupportedGraphException(
          "the graph takes embeddings (inputs_embeds), not tokens; its embedding model is needed.");
    }
    if (outputs.values().stream().noneMatch(GraphSignature::isLogits)) {
      throw new UnsupportedGraphException(
          "the graph has no logits for every position: its outputs are "
              + String.join(", ", outputs.keySet())
              + ". It is a classifier, an embedding model, or lacks its language-model head.");
    }
  }

  private static void refuseFixedShape(Map<String, NodeInfo> inputs, String tokens)
      throws UnsupportedGraphException {
    var node = inputs.get(tokens);
    var shape = node == null ? new long[] {1, -1} : tensor(node).getShape();
    if (shape[0] > 1) {
      throw new UnsupportedGraphException(
          "the graph takes exactly " + shape[0] + " texts at a time, Kelvin gives it one.");
    }
    if (shape[1] >= 0) {
      throw new UnsupportedGraphException(
          "the graph takes exactly " + shape[1] + " tokens at a time, not a prompt of any length.");
    }
  }

  private static NodeInfo logitsOf(Map<String, NodeInfo> outputs) throws UnsupportedGraphException {
    return outputs.values().stream()
        .filter(GraphSignature::isLogits)
        .findFirst()
        .orElseThrow(() -> new UnsupportedGraphException("the graph has no logits."));
  }

  private static boolean isLogits(NodeInfo output) {
    return (output.getName().equals("logits") || output.getName().equals("output"))
        && output.getInfo() instanceof TensorInfo info
        && (info.type == OnnxJavaType.FLOAT || info.type == OnnxJavaType.FLOAT16)
        && info.getShape().length == 3;
  }

  private static IntInput intInput(NodeInfo input) {
    return new IntInput(input.getName(), tensor(input).type == OnnxJavaType.INT64);
  }

  static TensorInfo tensor(NodeInfo node) {
    return (TensorInfo) node.getInfo();
  }

  private static String dimensionName(Map<String, NodeInfo> inputs, String input, int axis) {
    var node = inputs.get(input);
    return node == null ? "" : tensor(node).getDimensionNames()[axis];
  }
}
