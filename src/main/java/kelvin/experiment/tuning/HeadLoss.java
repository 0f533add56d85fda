package kelvin.experiment.tuning;

import kelvin.experiment.calibration.ConvexLoss;
import kelvin.experiment.calibration.Softmax;

/// The mean of −ln share of the right label, in nats, plus l2/2 times the sum of the squares of all
/// weights and biases. A point has the weights of the first label, its bias, then those of
/// the next.
///
/// It is strictly convex, because the penalty covers every number.
final class HeadLoss implements ConvexLoss {

  /// By input; the last number of each is 1.
  private final double[][] inputs;

  private final int[] right;
  private final int labels;
  private final int width;
  private final double penalty;

  /// @param inputs scaled features with 1 behind them; at least one
  /// @param penalty l2, greater than 0
  HeadLoss(double[][] inputs, int[] right, int labels, double penalty) {
    this.inputs = inputs;
    this.right = right;
    this.labels = labels;
    this.penalty = penalty;
    width = inputs[0].length;
  }

  @Override
  public double[] start() {
    return new double[labels * width];
  }

  /// The mean loss of inputs without the penalty, in nats.
  double withoutPenalty(double[] point, double[][] others, int[] rightOfOthers) {
    double sum = 0;
    for (int i = 0; i < others.length; i++) {
      sum += lossAndShares(point, others[i], rightOfOthers[i], new double[labels]);
    }
    return sum / others.length;
  }

  double withoutPenalty(double[] point) {
    return withoutPenalty(point, inputs, right);
  }

  /// @param shares receives the share of each label
  private double lossAndShares(double[] point, double[] input, int label, double[] shares) {
    for (int k = 0; k < labels; k++) {
      shares[k] = product(point, k * width, input);
    }
    double score = shares[label];
    return Softmax.replace(shares) - score;
  }

  private double product(double[] point, int from, double[] input) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += point[from + j] * input[j];
    }
    return sum;
  }

  @Override
  public Shape at(double[] point) {
    var shares = new double[inputs.length][labels];
    var gradient = new double[point.length];
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      sum += lossAndShares(point, inputs[i], right[i], shares[i]);
      for (int k = 0; k < labels; k++) {
        add(gradient, k, shares[i][k] - (k == right[i] ? 1 : 0), inputs[i]);
      }
    }
    double squares = 0;
    for (int j = 0; j < point.length; j++) {
      gradient[j] = gradient[j] / inputs.length + penalty * point[j];
      squares += point[j] * point[j];
    }
    return new Curved(sum / inputs.length + penalty / 2 * squares, gradient, shares);
  }

  private void add(double[] sums, int label, double factor, double[] input) {
    for (int j = 0; j < width; j++) {
      sums[label * width + j] += factor * input[j];
    }
  }

  /// The curvature is never written out: with many features it would be too large. Its product with
  /// a vector is enough for conjugate gradients.
  private final class Curved implements Shape {

    private final double value;
    private final double[] gradient;
    private final double[][] shares;

    Curved(double value, double[] gradient, double[][] shares) {
      this.value = value;
      this.gradient = gradient;
      this.shares = shares;
    }

    @Override
    public double value() {
      return value;
    }

    @Override
    public double[] gradient() {
      return gradient;
    }

    @Override
    public double[] direction() {
      return ConjugateGradients.solved(this::curvature, gradient);
    }

    /// For each input, the covariance of the labels under their shares.
    private double[] curvature(double[] vector) {
      var product = new double[vector.length];
      var along = new double[labels];
      for (int i = 0; i < inputs.length; i++) {
        double mean = 0;
        for (int k = 0; k < labels; k++) {
          along[k] = product(vector, k * width, inputs[i]);
          mean += shares[i][k] * along[k];
        }
        for (int k = 0; k < labels; k++) {
          add(product, k, shares[i][k] * (along[k] - mean), inputs[i]);
        }
      }
      for (int j = 0; j < vector.length; j++) {
        product[j] = product[j] / inputs.length + penalty * vector[j];
      }
      return product;
    }
  }
}
