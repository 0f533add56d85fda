package kelvin.experiment.adapt;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import kelvin.engine.CancellableWork;
import kelvin.engine.label.SweepEstimate;
import kelvin.experiment.adapt.AdaptSetup.Draw;
import kelvin.experiment.evaluation.EvaluationSetup;
import kelvin.inference.Cancellation;
import kelvin.inference.LoadedModel;

/// Estimates the cost of a comparison: runs a few answers of a prompt with a middling number of
/// examples to measure the speed.
public final class AdaptEstimate extends CancellableWork {

  /// The inputs that are encoded for it.
  private static final int INPUTS = 64;

  private final AdaptSetup setup;
  private final SweepEstimate speed;
  private double seconds = Double.NaN;
  private final Consumer<AdaptCost> onKnown;

  /// Both callbacks run on the thread that runs the slices.
  ///
  /// @param onKnown receives the estimate
  /// @param onRefused receives a sentence that explains why there is none
  public AdaptEstimate(AdaptSetup setup, Consumer<AdaptCost> onKnown, Consumer<String> onRefused) {
    super(onRefused);
    this.setup = setup;
    this.onKnown = onKnown;
    var tests = setup.data().test();
    var some = tests.subList(0, Math.min(INPUTS, tests.size()));
    speed =
        new SweepEstimate(
            _ -> middling(setup).questions(some),
            known -> seconds = known.secondsInAll() / some.size(),
            onRefused);
  }

  /// The prompt of the draw whose number of examples is nearest to the mean.
  private static EvaluationSetup middling(AdaptSetup setup) {
    var draws = setup.draws();
    double mean = draws.stream().mapToInt(draw -> draw.pairs().size()).average().orElse(0);
    var draw =
        draws.stream()
            .min(Comparator.comparingDouble(each -> Math.abs(each.pairs().size() - mean)))
            .orElseGet(() -> new Draw(0, List.of()));
    return setup.asked(setup.showing(draw.examples()));
  }

  @Override
  public boolean runSlice(LoadedModel model, Cancellation pause) {
    cancellation().throwIfCancelled();
    try (var _ = cancellation().onCancel(pause::cancel)) {
      if (speed.runSlice(model, pause)) {
        return true;
      }
    }
    if (!isCancelled()) {
      onKnown.accept(AdaptCost.of(setup, model, seconds));
    }
    return false;
  }
}
