package kelvin.prompt.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kelvin.prompt.FewShotPrompt;

/// A sweep that was run: what was varied, and what the model said to each prompt. Immutable.
///
/// @param base the prompt that is varied, all of its examples included
/// @param outcomes in the order of the plan, at least one
public record SweepResult(SweepKind kind, FewShotPrompt base, Facts facts, List<Outcome> outcomes) {

  /// @throws IllegalArgumentException when there is no outcome
  public SweepResult {
    outcomes = List.copyOf(outcomes);
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("a sweep has at least one prompt");
    }
  }

  /// Where a sweep comes from.
  ///
  /// @param task for people
  /// @param seed of the shuffles and of the drawn orders
  /// @param normalization of the shares
  /// @param begun when it was started; none where nobody noted it
  public record Facts(
      String model,
      String task,
      long seed,
      String normalization,
      Cost cost,
      Optional<Instant> begun) {}

  /// What a sweep took.
  ///
  /// @param tokensRun by the model, what prompts share counted once
  /// @param tokensNaive that it would have run if nothing were shared
  public record Cost(long tokensRun, long tokensNaive, double seconds) {}

  /// The labels of the first prompt.
  public List<String> labels() {
    return outcomes.getFirst().variant().trial().labels();
  }

  /// Labels can be followed through the sweep only where they are always the same.
  public boolean hasSameLabels() {
    return outcomes.stream().allMatch(o -> o.variant().trial().labels().equals(labels()));
  }

  /// Whether somebody said which answer is right.
  public boolean hasAnswer() {
    return outcomes.getFirst().answerProbability().isPresent();
  }
}
