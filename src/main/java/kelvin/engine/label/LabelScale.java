package kelvin.engine.label;

import java.util.Arrays;
import java.util.List;

/// Computes the normalisations over the labels of one prompt. All numbers are nats.
final class LabelScale {

  private LabelScale() {}

  /// @param logProbabilities by label
  /// @param lengths by label
  /// @param contentFree the labels' log-probabilities after each content-free prompt; empty where
  ///     the normalisation needs none
  static List<Double> scores(
      Normalization normalization,
      List<Double> logProbabilities,
      List<LabelLength> lengths,
      List<List<Double>> contentFree) {
    var scores = logProbabilities.stream().mapToDouble(Double::doubleValue).toArray();
    var prior =
        switch (normalization) {
          case PMI -> meanProbability(contentFree, scores.length);
          case CONTEXTUAL -> normalised(meanProbability(contentFree, scores.length));
          case NONE, TOKENS, CHARACTERS, BYTES -> new double[scores.length];
        };
    if (normalization == Normalization.CONTEXTUAL) {
      scores = normalised(scores);
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (scores[i] - prior[i]) / divisor(normalization, lengths.get(i));
    }
    return Arrays.stream(scores).boxed().toList();
  }

  private static int divisor(Normalization normalization, LabelLength length) {
    return switch (normalization) {
      case TOKENS -> length.tokens();
      case CHARACTERS -> length.characters();
      case BYTES -> length.bytes();
      case NONE, PMI, CONTEXTUAL -> 1;
    };
  }

  /// ln of each label's mean probability over the prompts.
  private static double[] meanProbability(List<List<Double>> contentFree, int labels) {
    if (contentFree.isEmpty()) {
      throw new IllegalArgumentException("no content-free prompt");
    }
    var mean = new double[labels];
    for (int i = 0; i < labels; i++) {
      int label = i;
      var ofLabel = contentFree.stream().mapToDouble(prompt -> prompt.get(label)).toArray();
      mean[i] = logSumExp(ofLabel) - StrictMath.log(ofLabel.length);
    }
    return mean;
  }

  /// Subtracts the logarithm of the sum, so that the exponentials sum to 1.
  static double[] normalised(double[] logs) {
    double total = logSumExp(logs);
    var shares = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      shares[i] = logs[i] - total;
    }
    return shares;
  }

  private static double logSumExp(double[] logs) {
    double max = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      max = Math.max(max, log);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - max);
    }
    return max + StrictMath.log(sum);
  }
}
