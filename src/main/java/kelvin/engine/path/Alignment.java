package kelvin.engine.path;

import java.util.List;

/// Two paths after one prompt, step by step.
///
/// @param common the number of first tokens that both have
/// @param steps what the model expected at each step after that, as far as both paths go; before,
///     both have the same distribution
public record Alignment(int common, List<Step> steps) {

  public Alignment {
    steps = List.copyOf(steps);
  }

  /// The distributions of the next token at one step.
  ///
  /// @param number the number of tokens before it, on both paths
  /// @param kl KL(first ‖ second) at τ = 1, nats
  /// @param reverseKl KL(second ‖ first), nats
  /// @param totalVariation ½ Σ |p − q|
  public record Step(int number, double kl, double reverseKl, double totalVariation) {}

  /// The number of first tokens that both have.
  public static int common(List<Integer> first, List<Integer> second) {
    int length = Math.min(first.size(), second.size());
    for (int i = 0; i < length; i++) {
      if (!first.get(i).equals(second.get(i))) {
        return i;
      }
    }
    return length;
  }
}
