package kelvin.experiment;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.label.Normalization;
import kelvin.inference.Cancellation;
import kelvin.inference.StartToken;
import kelvin.prompt.FewShotPrompt;
import kelvin.prompt.Layout;
import kelvin.prompt.Trial;
import kelvin.prompt.sweep.LayoutSweep;
import kelvin.prompt.sweep.LeaveOneOut;
import kelvin.prompt.sweep.OrderSweep;
import kelvin.prompt.sweep.ShotsSweep;
import kelvin.prompt.sweep.SweepKind;

/// The settings of a sweep: the prompt, the quantity that varies, and the extent.
///
/// @param task the name for display
/// @param bases the same few-shot prompt, once for each test input; at least one
public record SweepSetup(
    SweepKind kind, String task, List<Trial> bases, Extent extent, Scoring scoring) {

  /// The extent of a sweep.
  ///
  /// @param shots the numbers of shots of a shots curve, increasing
  /// @param draws the number of shuffles of a shots curve, besides the given order
  /// @param maxOrders the number of orders to draw if there are too many to try all
  /// @param seed the seed of the shuffles and of the drawn orders
  public record Extent(List<Integer> shots, int draws, int maxOrders, long seed) {

    /// The default of `maxOrders`.
    public static final int MAX_ORDERS = 120;

    public Extent {
      shots = List.copyOf(shots);
    }
  }

  /// The settings for scoring the labels.
  public record Scoring(Normalization normalization, StartToken startToken) {}

  public SweepSetup {
    bases = List.copyOf(bases);
  }

  /// The prompt that is varied, with the first test input.
  ///
  /// @throws IllegalArgumentException when it has no examples
  public FewShotPrompt base() {
    if (bases.getFirst().prompt() instanceof FewShotPrompt prompt) {
      return prompt;
    }
    throw new IllegalArgumentException("a sweep needs a prompt with examples");
  }

  /// Creates all prompts of the sweep; there can be hundreds of thousands.
  ///
  /// @throws IllegalArgumentException when a prompt has no examples, or fewer than the shots
  /// @throws kelvin.inference.CancelledException when cancelled
  public SweepPlan plan(Cancellation cancellation) {
    Runnable check = cancellation::throwIfCancelled;
    return new SweepPlan(
        this,
        switch (kind) {
          case SHOTS ->
              ShotsSweep.plan(bases, extent.shots(), extent.draws(), extent.seed(), check);
          case ORDER -> OrderSweep.plan(bases, extent.maxOrders(), extent.seed(), check);
          case TEMPLATE -> LayoutSweep.plan(bases, layouts());
          case LEAVE_ONE_OUT -> LeaveOneOut.plan(bases.getFirst(), check);
        });
  }

  /// The prompt's own layout, followed by the layouts that come with Kelvin.
  private List<Layout> layouts() {
    var layouts = new ArrayList<Layout>();
    layouts.add(base().layout());
    Layout.ALL.stream().filter(known -> !layouts.contains(known)).forEach(layouts::add);
    return layouts;
  }
}
