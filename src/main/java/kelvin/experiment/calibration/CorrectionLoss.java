package kelvin.experiment.calibration;

import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.measure.Decision;

/// The loss of a correction on items, with its first and second derivatives. A point is the scale,
/// if it is free, and then the biases, if they are.
final class CorrectionLoss implements ConvexLoss {

  private static final double PENALTY = 0.01;

  /// By item and label: ln of the shares.
  private final double[][] scores;

  private final int[] right;
  private final double fixedScale;
  private final boolean hasScale;
  private final boolean hasBiases;
  private final double penalty;

  /// @param items decided, at least one
  /// @param fixedScale where the scale is not free
  CorrectionLoss(List<Decision> items, double fixedScale, boolean hasScale, boolean hasBiases) {
    scores = items.stream().map(item -> Correction.scores(item.shares())).toArray(double[][]::new);
    right = items.stream().mapToInt(Decision::right).toArray();
    this.fixedScale = fixedScale;
    this.hasScale = hasScale;
    this.hasBiases = hasBiases;
    penalty = PENALTY / items.size();
  }

  /// The loss near a point.
  private static final class Curved implements Shape {

    private final double value;
    private final double[] gradient;
    private final double[][] curvature;

    /// @param curvature the matrix of second derivatives; no array is copied
    Curved(double value, double[] gradient, double[][] curvature) {
      this.value = value;
      this.gradient = gradient;
      this.curvature = curvature;
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
      return Cholesky.solved(curvature, gradient);
    }
  }

  @Override
  public double[] start() {
    var point = new double[firstBias() + (hasBiases ? labels() : 0)];
    if (hasScale) {
      point[0] = 1;
    }
    return point;
  }

  private int labels() {
    return scores[0].length;
  }

  private int firstBias() {
    return hasScale ? 1 : 0;
  }

  Correction correction(double[] point) {
    var biases = new ArrayList<Double>();
    for (int label = 0; label < labels(); label++) {
      biases.add(bias(point, label));
    }
    return new Correction(scale(point), biases);
  }

  private double scale(double[] point) {
    return hasScale ? point[0] : fixedScale;
  }

  private double bias(double[] point, int label) {
    return hasBiases ? point[firstBias() + label] : 0;
  }

  /// The mean of −ln share of the right label, in nats.
  double withoutPenalty(double[] point) {
    double sum = 0;
    for (int item = 0; item < scores.length; item++) {
      sum += loss(corrected(item, point), right[item]);
    }
    return sum / scores.length;
  }

  private double[] corrected(int item, double[] point) {
    var corrected = new double[labels()];
    for (int label = 0; label < corrected.length; label++) {
      corrected[label] = scale(point) * scores[item][label] + bias(point, label);
    }
    return corrected;
  }

  private static double loss(double[] corrected, int right) {
    double score = corrected[right];
    return Softmax.replace(corrected) - score;
  }

  @Override
  public Shape at(double[] point) {
    var gradient = new double[point.length];
    var curvature = new double[point.length][point.length];
    for (int item = 0; item < scores.length; item++) {
      add(item, Softmax.of(corrected(item, point)), gradient, curvature);
    }
    double value = withoutPenalty(point);
    var neutral = start();
    for (int i = 0; i < point.length; i++) {
      double away = point[i] - neutral[i];
      value += penalty / 2 * away * away;
      gradient[i] = gradient[i] / scores.length + penalty * away;
      for (int j = 0; j < point.length; j++) {
        curvature[i][j] /= scores.length;
      }
      curvature[i][i] += penalty;
    }
    return new Curved(value, gradient, curvature);
  }

  /// Adds an item: the gradient is E[f] − f(right), the curvature the covariance of f under the
  /// shares, where f of a label is its ln share and its unit vector.
  private void add(int item, double[] shares, double[] gradient, double[][] curvature) {
    double mean = 0;
    for (int label = 0; label < shares.length; label++) {
      mean += shares[label] * scores[item][label];
    }
    if (hasScale) {
      gradient[0] += mean - scores[item][right[item]];
      for (int label = 0; label < shares.length; label++) {
        double away = scores[item][label] - mean;
        curvature[0][0] += shares[label] * away * away;
      }
    }
    if (hasBiases) {
      int first = firstBias();
      for (int label = 0; label < shares.length; label++) {
        gradient[first + label] += shares[label] - (label == right[item] ? 1 : 0);
        curvature[first + label][first + label] += shares[label];
        for (int other = 0; other < shares.length; other++) {
          curvature[first + label][first + other] -= shares[label] * shares[other];
        }
        if (hasScale) {
          double common = shares[label] * (scores[item][label] - mean);
          curvature[0][first + label] += common;
          curvature[first + label][0] += common;
        }
      }
    }
  }
}
