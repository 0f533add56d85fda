package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.List;
import kelvin.experiment.calibration.Softmax;

/// A linear map from a model's last hidden state φ to labels: the share of a label is softmax(W φ +
/// b). This is the w on φ of the lecture notes.
///
/// @param labels the names of the labels
/// @param weights W, by label and dimension of φ
/// @param biases b, by label
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Head(List<String> labels, double[][] weights, double[] biases) {

  /// @throws IllegalArgumentException when the sizes do not fit together
  public Head {
    labels = List.copyOf(labels);
    if (labels.size() < 2 || weights.length != labels.size() || biases.length != labels.size()) {
      throw new IllegalArgumentException(
          labels.size() + " labels with " + weights.length + " rows and " + biases.length);
    }
    for (var row : weights) {
      if (row.length != weights[0].length || row.length == 0) {
        throw new IllegalArgumentException("rows of " + row.length + " and " + weights[0].length);
      }
    }
  }

  /// The number of dimensions of φ.
  public int width() {
    return weights[0].length;
  }

  /// The number of weights and biases.
  public long parameters() {
    return (long) labels.size() * (width() + 1);
  }

  /// The scores W φ + b before the softmax, by label, summed in double.
  public List<Double> scores(float[] features) {
    var scores = new ArrayList<Double>();
    for (int label = 0; label < labels.size(); label++) {
      double sum = biases[label];
      for (int i = 0; i < features.length; i++) {
        sum += weights[label][i] * features[i];
      }
      scores.add(sum);
    }
    return scores;
  }

  /// The shares of the labels, from 0 to 1, sum 1.
  public List<Double> shares(float[] features) {
    var exponents = scores(features).stream().mapToDouble(Double::doubleValue).toArray();
    Softmax.replace(exponents);
    var shares = new ArrayList<Double>();
    for (double share : exponents) {
      shares.add(share);
    }
    return shares;
  }
}
