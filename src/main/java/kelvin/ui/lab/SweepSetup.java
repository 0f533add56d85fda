package kelvin.ui.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.engine.label.LabelChoice;
import kelvin.engine.label.LabelQuestion;
import kelvin.engine.label.LabelScores;
import kelvin.engine.label.Normalization;
import kelvin.engine.label.SweepProgress;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.LayoutSweep;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.OrderSweep;
import kelvin.prompt.sweep.Outcome;
import kelvin.prompt.sweep.ShotsSweep;
import kelvin.prompt.sweep.SweepKind;
import kelvin.prompt.sweep.SweepResult;
import kelvin.prompt.sweep.Variant;

/// A sweep that can be run: what is varied and how far.
///
/// @param task for people
/// @param bases the same prompt with examples about each of the test inputs, at least one
record SweepSetup(SweepKind kind, String task, List<Trial> bases, Extent extent, Scoring scoring) {

  /// The most orders that are tried where there are too many for all.
  static final int MOST_ORDERS = 120;

  /// How far it goes.
  ///
  /// @param shots of a shots curve, in increasing order
  /// @param draws how many shuffles it has beside the order given
  record Extent(List<Integer> shots, int draws, long seed) {

    Extent {
      shots = List.copyOf(shots);
    }
  }

  /// How labels are scored.
  record Scoring(Normalization normalization, StartToken startToken) {}

  SweepSetup {
    bases = List.copyOf(bases);
  }

  FewShotPrompt base() {
    if (bases.getFirst().prompt() instanceof FewShotPrompt prompt) {
      return prompt;
    }
    throw new IllegalArgumentException("a sweep needs a prompt with examples");
  }

  List<Variant> plan() {
    return switch (kind) {
      case SHOTS -> ShotsSweep.plan(bases, extent.shots(), extent.draws(), extent.seed());
      case ORDER -> OrderSweep.plan(bases, MOST_ORDERS, extent.seed());
      case TEMPLATE -> LayoutSweep.plan(bases, layouts());
      case LEAVE_ONE_OUT -> LeaveOneOut.plan(bases.getFirst());
    };
  }

  /// The prompt's own layout, then those that come with Kelvin.
  private List<Layout> layouts() {
    var layouts = new ArrayList<Layout>();
    layouts.add(base().layout());
    Layout.ALL.stream().filter(known -> !layouts.contains(known)).forEach(layouts::add);
    return layouts;
  }

  List<LabelQuestion> questions(List<Variant> variants) {
    return variants.stream()
        .map(
            variant ->
                new LabelQuestion(
                    variant.trial().prompt().render(),
                    variant.trial().continuations(),
                    scoring.startToken()))
        .toList();
  }

  /// @param scores in the order of the plan
  SweepResult result(String model, List<LabelScores> scores, SweepProgress cost, Instant begun) {
    var variants = plan();
    var outcomes =
        IntStream.range(0, variants.size())
            .mapToObj(
                i ->
                    new Outcome(
                        variants.get(i),
                        scores.get(i).logProbabilities(),
                        LabelChoice.of(scores.get(i), scoring.normalization()).shares()))
            .toList();
    var facts =
        new SweepResult.Facts(
            model,
            task,
            extent.seed(),
            scoring.normalization().label(),
            new SweepResult.Cost(cost.tokensTotal(), cost.naiveTokens(), cost.seconds()),
            Optional.of(begun));
    return new SweepResult(kind, base(), facts, outcomes);
  }
}
