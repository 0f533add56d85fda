package kelvin.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.SweepProgress;
import kelvin.inference.Cancellation;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;
import kelvin.prompt.sweep.VariantOutcome;

/// The prompts of a sweep, ready to be scored.
///
/// @param variants in the order of the result, at least one
public record SweepPlan(SweepSetup setup, List<Variant> variants) {

  public SweepPlan {
    variants = List.copyOf(variants);
  }

  /// A question for each variant, in their order.
  ///
  /// @throws kelvin.inference.CancelledException when cancelled
  public List<LabelQuestion> questions(Cancellation cancellation) {
    var start = setup.scoring().startToken();
    return variants.stream()
        .peek(_ -> cancellation.throwIfCancelled())
        .map(variant -> TrialQuestion.of(variant.trial(), start))
        .toList();
  }

  /// Combines the plan with the scores of its questions.
  ///
  /// @param model the model's name
  /// @param scores one for each question, in their order
  /// @param cost the cost of the whole sweep
  /// @param begun the time of the start; empty if unknown
  public SweepResult result(
      String model, List<LabelScores> scores, SweepProgress cost, Optional<Instant> begun) {
    var normalization = setup.scoring().normalization();
    var outcomes =
        IntStream.range(0, variants.size())
            .mapToObj(
                i ->
                    new VariantOutcome(
                        variants.get(i),
                        scores.get(i).logProbabilities(),
                        LabelChoice.of(scores.get(i), normalization).shares()))
            .toList();
    var facts =
        new SweepResult.Facts(
            model,
            setup.task(),
            setup.extent().seed(),
            normalization.label(),
            new SweepResult.Cost(cost.tokensTotal(), cost.naiveTokens(), cost.seconds()),
            begun);
    return new SweepResult(setup.kind(), setup.base(), facts, outcomes);
  }
}
