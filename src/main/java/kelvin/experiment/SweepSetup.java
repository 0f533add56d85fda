package kelvin.experiment;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.label.Normalization;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.LayoutSweep;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.OrderSweep;
import kelvin.prompt.sweep.ShotsSweep;
import kelvin.prompt.sweep.SweepKind;

/// A sweep that can be planned: what is varied and how far.
///
/// @param task for people
/// @param bases the same prompt with examples about each of the test inputs, at least one
public record SweepSetup(
    SweepKind kind, String task, List<Trial> bases, Extent extent, Scoring scoring) {

  /// How far it goes.
  ///
  /// @param shots of a shots curve, in increasing order
  /// @param draws how many shuffles it has beside the order given
  /// @param maxOrders how many orders are drawn where there are too many for all
  /// @param seed of the shuffles and of the drawn orders
  public record Extent(List<Integer> shots, int draws, int maxOrders, long seed) {

    /// The usual `maxOrders`.
    public static final int MAX_ORDERS = 120;

    public Extent {
      shots = List.copyOf(shots);
    }
  }

  /// How labels are scored.
  public record Scoring(Normalization normalization, StartToken startToken) {}

  public SweepSetup {
    bases = List.copyOf(bases);
  }

  /// The prompt that is varied, about the first test input.
  ///
  /// @throws IllegalArgumentException when it has no examples
  public FewShotPrompt base() {
    if (bases.getFirst().prompt() instanceof FewShotPrompt prompt) {
      return prompt;
    }
    throw new IllegalArgumentException("a sweep needs a prompt with examples");
  }

  /// Makes all prompts of the sweep.
  ///
  /// @throws IllegalArgumentException when a prompt has no examples, or fewer than the shots
  public SweepPlan plan() {
    return new SweepPlan(
        this,
        switch (kind) {
          case SHOTS -> ShotsSweep.plan(bases, extent.shots(), extent.draws(), extent.seed());
          case ORDER -> OrderSweep.plan(bases, extent.maxOrders(), extent.seed());
          case TEMPLATE -> LayoutSweep.plan(bases, layouts());
          case LEAVE_ONE_OUT -> LeaveOneOut.plan(bases.getFirst());
        });
  }

  /// The prompt's own layout, then those that come with Kelvin.
  private List<Layout> layouts() {
    var layouts = new ArrayList<Layout>();
    layouts.add(base().layout());
    Layout.ALL.stream().filter(known -> !layouts.contains(known)).forEach(layouts::add);
    return layouts;
  }
}
