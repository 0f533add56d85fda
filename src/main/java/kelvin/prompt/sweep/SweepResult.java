package kelvin.prompt.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.FewShotPrompt;

/// A finished sweep: the prompt that was varied, and the outcome of each variant. Immutable.
///
/// @param base the prompt that is varied, including all of its examples
/// @param outcomes in the order of the plan, at least one
public record SweepResult(
    SweepKind kind, FewShotPrompt base, Facts facts, List<VariantOutcome> outcomes) {

  /// @throws IllegalArgumentException when there is no outcome
  public SweepResult {
    outcomes = List.copyOf(outcomes);
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("a sweep has at least one prompt");
    }
  }

  /// The origin of a sweep.
  ///
  /// @param task the name for display
  /// @param seed the seed of the shuffles and of the drawn orders
  /// @param normalization the rule behind the shares
  /// @param begun the time of the start; empty if unknown
  public record Facts(
      String model,
      String task,
      long seed,
      String normalization,
      Cost cost,
      Optional<Instant> begun) {}

  /// The cost of a sweep.
  ///
  /// @param tokensRun the number of tokens that the model ran; tokens that prompts share count once
  /// @param tokensNaive the number of tokens without sharing
  public record Cost(long tokensRun, long tokensNaive, double seconds) {}

  /// The names of the labels of the first prompt.
  public List<String> labels() {
    return outcomes.getFirst().variant().trial().names();
  }

  /// Returns whether all outcomes have the same labels. Only then can a label be followed through
  /// the sweep.
  public boolean hasSameLabels() {
    return outcomes.stream().allMatch(o -> o.variant().trial().names().equals(labels()));
  }

  /// Returns whether a right answer was named.
  public boolean hasAnswer() {
    return outcomes.getFirst().answerProbability().isPresent();
  }
}
