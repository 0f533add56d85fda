package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.calibration.Newton;
import kelvin.inference.Cancellation;

/// A head fitted to labelled features: multinomial logistic regression with an L2 penalty, solved
/// to its only optimum.
///
/// The loss is the mean of −ln share of the right label plus l2/2 · ‖W, b‖², where W and b belong
/// to features that were moved to mean 0 and scaled to a mean square of 1.
///
/// @param head for features as the model gives them
/// @param l2 the penalty
/// @param gradient the length of the penalised loss's gradient at the optimum; below `CERTIFIED`
/// @param trainLoss the mean loss of the train part without the penalty, in nats: before the first
///     step, then after each
/// @param heldOutLoss the same for the held-out part
public record HeadFit(
    Head head, double l2, double gradient, List<Double> trainLoss, List<Double> heldOutLoss) {

  /// The greatest length of the gradient that counts as an optimum.
  public static final double CERTIFIED = 1e-8;

  public HeadFit {
    trainLoss = List.copyOf(trainLoss);
    heldOutLoss = List.copyOf(heldOutLoss);
  }

  /// The number of Newton's steps.
  public int steps() {
    return trainLoss.size() - 1;
  }

  /// @param labels the names of the labels
  /// @param l2 greater than 0
  /// @param train at least one input
  /// @param heldOut only looked at; may be empty
  /// @throws IllegalStateException when the optimum cannot be certified
  /// @throws kelvin.inference.CancelledException when cancelled
  public static HeadFit of(
      List<String> labels,
      double l2,
      FeatureTable train,
      FeatureTable heldOut,
      Cancellation cancellation) {
    var scale = Scale.of(train);
    var loss = new HeadLoss(scaled(scale, train), train.right(), train.labels(), l2);
    var others = scaled(scale, heldOut);
    var trainLoss = new ArrayList<Double>();
    var heldOutLoss = new ArrayList<Double>();
    var best =
        Newton.minimum(
            loss,
            point -> {
              cancellation.throwIfCancelled();
              trainLoss.add(loss.withoutPenalty(point));
              if (others.length > 0) {
                heldOutLoss.add(loss.withoutPenalty(point, others, heldOut.right()));
              }
            });
    double gradient = Newton.length(loss.at(best).gradient());
    if (!(gradient < CERTIFIED)) {
      throw new IllegalStateException("the head's fit stopped at a gradient of " + gradient);
    }
    return new HeadFit(unscaled(labels, scale, best), l2, gradient, trainLoss, heldOutLoss);
  }

  private static double[][] scaled(Scale scale, FeatureTable table) {
    return scale.of(table.rows(), table.size());
  }

  /// W z + b = (W/s) φ + (b − (W/s) mean), with the deviation s.
  private static Head unscaled(List<String> labels, Scale scale, double[] point) {
    int width = scale.mean().length;
    var weights = new double[labels.size()][width];
    var biases = new double[labels.size()];
    for (int k = 0; k < labels.size(); k++) {
      biases[k] = point[k * (width + 1) + width];
      for (int i = 0; i < width; i++) {
        weights[k][i] = point[k * (width + 1) + i] / scale.deviation();
        biases[k] -= weights[k][i] * scale.mean()[i];
      }
    }
    return new Head(labels, weights, biases);
  }
}
