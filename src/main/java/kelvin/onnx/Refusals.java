package kelvin.onnx;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Refuses graphs that Kelvin cannot use, recognised by the name of an input or operator.
final class Refusals {

  /// @param reason a sentence with `%s` for the name
  private record Rule(Pattern name, String reason, String remedy) {}

  private static final List<Rule> INPUTS =
      List.of(
          new Rule(
              Pattern.compile("(encoder|decoder)_.*|.*\\.(encoder|cross)\\..*|past_.*_cross_\\d+"),
              "this is part of an encoder-decoder model (input %s); Kelvin needs a causal"
                  + " (decoder-only) language model.",
              "Export a causal language model, for example with: optimum-cli export onnx"
                  + " --task text-generation-with-past."),
          new Rule(
              Pattern.compile(
                  "block_table|cumulative_sequence_lengths|past_sequence_lengths"
                      + "|attention_metadata"),
              "the graph uses paged attention (input %s), which runs on CUDA only.",
              "Export it with a plain cache."));

  /// The operator domains that ONNX Runtime knows.
  private static final Pattern KNOWN_DOMAIN =
      Pattern.compile(
          "ai\\.onnx(\\.ml|\\.training|\\.preview\\.training)?|com\\.microsoft(\\.nchwc|"
              + "\\.experimental)?|com\\.ms\\.internal\\.nhwc|org\\.pytorch\\.aten");

  private Refusals() {}

  static void checkInputs(Collection<String> names) throws UnsupportedGraphException {
    for (var name : names) {
      for (var rule : INPUTS) {
        if (rule.name().matcher(name).matches()) {
          throw new UnsupportedGraphException(rule.reason().formatted(name), rule.remedy());
        }
      }
    }
  }

  /// Checks the operators before ONNX Runtime does.
  static void checkOperators(Collection<String> operators, Collection<String> functions)
      throws UnsupportedGraphException {
    for (var operator : operators) {
      if (operator.endsWith(".EPContext")) {
        throw new UnsupportedGraphException(
            "the graph is compiled for another processor (operator " + operator + ").",
            "Use the version of the model for the CPU.");
      }
      int dot = operator.lastIndexOf('.');
      boolean known = dot < 0 || KNOWN_DOMAIN.matcher(operator.substring(0, dot)).matches();
      if (!known && !functions.contains(operator)) {
        throw new UnsupportedGraphException(
            "the graph uses operators of the domain "
                + operator.substring(0, dot)
                + ", which ONNX Runtime does not have ("
                + operator.substring(dot + 1)
                + ").",
            "Export it without custom operators.");
      }
    }
  }
}
