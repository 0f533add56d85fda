package kelvin.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the role of an input by name, type and rank.
///
/// Knows the names of Optimum, transformers.js, ONNX Runtime GenAI, mobius, ONNX Runtime's
/// transformers tool and PyTorch's exporter.
final class InputRules {

  private static final Set<OnnxJavaType> INTEGERS =
      EnumSet.of(OnnxJavaType.INT64, OnnxJavaType.INT32);
  private static final Set<OnnxJavaType> REALS =
      EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16);
  private static final Set<OnnxJavaType> BOOLEANS = EnumSet.of(OnnxJavaType.BOOL);
  private static final Set<OnnxJavaType> MASKS = union(INTEGERS, REALS, BOOLEANS);
  private static final Set<OnnxJavaType> STATES =
      EnumSet.complementOf(
          EnumSet.of(
              OnnxJavaType.INT64, OnnxJavaType.INT32, OnnxJavaType.BOOL, OnnxJavaType.STRING));

  /// Matches an input by name pattern, type and range of ranks.
  private record Rule(
      InputRole role, Set<OnnxJavaType> types, int minRank, int maxRank, Pattern name) {

    boolean applies(String input, TensorInfo info) {
      int rank = info.getShape().length;
      return name.matcher(input).matches()
          && types.contains(info.type)
          && rank >= minRank
          && rank <= maxRank;
    }
  }

  private static final List<Rule> RULES =
      List.of(
          rule(InputRole.TOKENS, INTEGERS, 2, 3, "input_ids|input"),
          rule(InputRole.EMBEDDINGS, REALS, 3, 3, "inputs_embeds"),
          rule(InputRole.MASK, MASKS, 2, 2, "attention_mask"),
          rule(InputRole.MASK, MASKS, 4, 4, "attention_mask|causal_mask"),
          rule(InputRole.POSITIONS, INTEGERS, 1, 3, "position_ids"),
          rule(InputRole.POSITIONS, INTEGERS, 1, 1, "cache_position"),
          rule(InputRole.KEPT_LOGITS, INTEGERS, 0, 1, "(num_)?logits_to_keep"),
          rule(InputRole.TOKEN_TYPES, INTEGERS, 2, 2, "token_type_ids"),
          rule(
              InputRole.PAST_LENGTH,
              INTEGERS,
              0,
              2,
              "past_key_values_length|past_sequence_length|past_seq_len|write_indices"),
          rule(
              InputRole.TOTAL_LENGTH,
              INTEGERS,
              0,
              2,
              "(total|current)_(sequence_length|seq_len)|nonpad_kv_seqlen"),
          rule(InputRole.CACHE_BRANCH, BOOLEANS, 0, 1, "use_cache_branch"),
          rule(
              InputRole.CACHE,
              STATES,
              2,
              6,
              "past_.*|(key|value)_cache[._].*|.*_(conv|ssm)_state"));

  /// States with one entry per position, in contrast to recurrent states.
  private static final Pattern KEY_OR_VALUE = Pattern.compile(".*(key|value|kv).*|past_\\d+");

  private InputRules() {}

  private static Rule rule(
      InputRole role, Set<OnnxJavaType> types, int minRank, int maxRank, String name) {
    return new Rule(role, types, minRank, maxRank, Pattern.compile(name));
  }

  @SafeVarargs
  private static Set<OnnxJavaType> union(Set<OnnxJavaType>... sets) {
    var all = EnumSet.noneOf(OnnxJavaType.class);
    for (var set : sets) {
      all.addAll(set);
    }
    return all;
  }

  static InputRole roleOf(NodeInfo input) {
    if (!(input.getInfo() instanceof TensorInfo info)) {
      return InputRole.UNKNOWN;
    }
    return RULES.stream()
        .filter(rule -> rule.applies(input.getName(), info))
        .map(Rule::role)
        .findFirst()
        .orElse(InputRole.UNKNOWN);
  }

  /// Returns whether an input of this name limits the positions with logits.
  static boolean limitsRows(String name) {
    return RULES.stream()
        .anyMatch(
            rule -> rule.role() == InputRole.KEPT_LOGITS && rule.name().matcher(name).matches());
  }

  static boolean isKeyOrValue(String name) {
    return KEY_OR_VALUE.matcher(name).matches();
  }

  static boolean isInteger(NodeInfo input) {
    return input.getInfo() instanceof TensorInfo info && INTEGERS.contains(info.type);
  }

  static boolean isReal(NodeInfo input) {
    return input.getInfo() instanceof TensorInfo info && REALS.contains(info.type);
  }
}
