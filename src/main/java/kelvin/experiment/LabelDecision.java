package kelvin.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.Normalization;
import kelvin.experiment.measure.Confidence;
import kelvin.text.VisibleText;

/// The decision between the labels after a prompt, and what would change it.
///
/// @param choice the index of the chosen label; empty where every label is impossible
/// @param labelMass the probability of all labels together; NaN where the tokenizer merges across
///     their boundary
/// @param confidence of the labels' shares after the normalisation
/// @param runnerUp the next label; empty if no other one is possible
public record LabelDecision(
    Normalization normalization,
    OptionalInt choice,
    double labelMass,
    Confidence confidence,
    Optional<RunnerUp> runnerUp) {

  /// The label that comes next.
  ///
  /// @param label its index
  /// @param distance of its score to that of the choice, which is the logarithm of the ratio of
  ///     their shares, in nats; 0 in a tie. Under `TOKENS`, `CHARACTERS` and `BYTES` for each such
  ///     unit
  public record RunnerUp(int label, double distance) {}

  /// @param choice made of the same scores
  public static LabelDecision of(LabelScores scores, LabelChoice choice) {
    return new LabelDecision(
        choice.normalization(),
        choice.chosen(),
        scores.inside(),
        Confidence.of(choice.shares()),
        choice.chosen().isPresent()
            ? runnerUp(choice.scores(), choice.chosen().getAsInt())
            : Optional.empty());
  }

  private static Optional<RunnerUp> runnerUp(List<Double> scores, int chosen) {
    int next = -1;
    for (int label = 0; label < scores.size(); label++) {
      boolean isPossible = scores.get(label) > Double.NEGATIVE_INFINITY;
      if (label != chosen && isPossible && (next < 0 || scores.get(label) > scores.get(next))) {
        next = label;
      }
    }
    if (next < 0) {
      return Optional.empty();
    }
    double best = scores.get(chosen);
    double second = scores.get(next);
    // Two labels that no prompt without content allows both have the score ∞.
    return Optional.of(new RunnerUp(next, best == second ? 0 : best - second));
  }

  /// The words about what would change the decision.
  ///
  /// @param names of the labels
  /// @param distance writes a number of nats with its unit
  public String change(List<String> names, DoubleFunction<String> distance) {
    if (choice.isEmpty()) {
      return "every label has the probability 0";
    }
    if (names.size() == 1) {
      return "the only label";
    }
    if (runnerUp.isEmpty()) {
      return "every other label has the probability 0";
    }
    var next = VisibleText.of(names.get(runnerUp.get().label()));
    double away = runnerUp.get().distance();
    return away == 0
        ? "a tie with " + next + ": the first of equals is chosen"
        : "next is " + next + ", " + distance.apply(away) + per() + " behind";
  }

  private String per() {
    return switch (normalization) {
      case TOKENS, CHARACTERS, BYTES -> " " + normalization.title();
      case NONE, PMI, CONTEXTUAL -> "";
    };
  }
}
