package kelvin.experiment.calibration;

import java.util.Collection;
import java.util.List;
import kelvin.experiment.measure.Decision;

/// A correction fitted to items, with the proof that it is the best one.
///
/// The loss is the mean of −ln share of the right label, plus a small penalty that keeps it finite
/// where the items can be told apart without an error: ((scale − 1)² + Σ bias²) · 0.005/n for n
/// items, as if each number had been expected near its neutral value with a deviation of 10. It is
/// convex, with a single optimum, which Newton's method with shortened steps finds (S. Boyd and
/// L. Vandenberghe, “Convex Optimization”, 2004, section 9.5). If that scale were below 0, which
/// would turn the model's order around, the best allowed scale is 0, and the biases are fitted at
/// it.
///
/// @param gradient the length of the loss's gradient at the correction, in nats; below `CERTIFIED`.
///     A scale of 0 at the bound is left out of it
/// @param loss the mean loss of the items without the penalty, in nats
/// @param count the number of items; undecided ones are left out
public record CorrectionFit(Correction correction, double gradient, double loss, int count) {

  /// The greatest length of the gradient that counts as an optimum.
  public static final double CERTIFIED = 1e-8;

  /// The numbers that are fitted; the others stay neutral.
  public enum Parts {
    TEMPERATURE(true, false),
    BIASES(false, true),
    TEMPERATURE_AND_BIASES(true, true);

    private final boolean scale;
    private final boolean biases;

    Parts(boolean scale, boolean biases) {
      this.scale = scale;
      this.biases = biases;
    }
  }

  /// @throws IllegalArgumentException when there is no decided item
  /// @throws IllegalStateException when the optimum cannot be certified
  public static CorrectionFit of(Collection<Decision> decisions, Parts parts) {
    var items = decisions.stream().filter(Decision::isDecided).toList();
    if (items.isEmpty()) {
      throw new IllegalArgumentException("there is no item to fit a correction to");
    }
    var free = new CorrectionLoss(items, 1, parts.scale, parts.biases);
    var best = Newton.minimum(free);
    if (parts.scale && best[0] < 0) {
      var bounded = new CorrectionLoss(items, 0, false, parts.biases);
      return fit(bounded, Newton.minimum(bounded), items);
    }
    return fit(free, best, items);
  }

  private static CorrectionFit fit(CorrectionLoss loss, double[] point, List<Decision> items) {
    double gradient = Newton.length(loss.at(point).gradient());
    if (!(gradient < CERTIFIED)) {
      throw new IllegalStateException("the fit stopped at a gradient of " + gradient);
    }
    return new CorrectionFit(
        loss.correction(point), gradient, loss.withoutPenalty(point), items.size());
  }
}
