package kelvin.experiment.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import kelvin.experiment.measure.Decision;

/// A correction of shares: each label's ln share is multiplied by a scale, a bias of the label is
/// added, and the softmax makes shares of it again.
///
/// The scale is 1/T of temperature scaling (C. Guo et al., “On calibration of modern neural
/// networks”, ICML 2017); with a bias for each label it is vector scaling with one common scale
/// (the same; J. C. Platt, “Probabilistic outputs for support vector machines”, 1999, for two
/// labels).
///
/// @param scale 0 or more; 1 changes nothing
/// @param biases by label, nats, sum 0
public record Correction(double scale, List<Double> biases) {

  /// ln of the smallest share that counts as different from 0. It keeps sums finite.
  private static final double LOWEST = -700;

  public Correction {
    biases = List.copyOf(biases);
  }

  /// The correction that changes nothing.
  public static Correction none(int labels) {
    return new Correction(1, Collections.nCopies(labels, 0.0));
  }

  /// T = 1/scale; ∞ for a scale of 0, at which the model's shares do not matter.
  public double temperature() {
    return 1 / scale;
  }

  /// The corrected decision. An undecided one stays as it is.
  public Decision of(Decision decision) {
    if (!decision.isDecided()) {
      return decision;
    }
    var scores = scores(decision.shares());
    for (int label = 0; label < scores.length; label++) {
      scores[label] = scale * scores[label] + biases.get(label);
    }
    var corrected = new ArrayList<Double>();
    Arrays.stream(Softmax.of(scores)).forEach(corrected::add);
    return Decision.of(corrected, decision.right());
  }

  /// The corrected decisions, in their order.
  public List<Decision> of(List<Decision> decisions) {
    return decisions.stream().map(this::of).toList();
  }

  /// ln of each share, bounded from below.
  static double[] scores(List<Double> shares) {
    return shares.stream().mapToDouble(share -> Math.max(LOWEST, StrictMath.log(share))).toArray();
  }
}
