package kelvin.engine.label;

import java.util.List;

/// The scores of all labels after one prompt: immutable, safe to pass to any thread.
///
/// @param labels in the order of the question
public record LabelScores(
    LabelQuestion question, List<ScoredLabel> labels, TokenBoundary boundary) {

  public LabelScores {
    labels = List.copyOf(labels);
  }

  /// The log-likelihoods, nats.
  public List<Double> logProbabilities() {
    return labels.stream().map(ScoredLabel::logProbability).toList();
  }

  /// Returns whether two labels start with the same token, so that one token cannot tell them
  /// apart.
  public boolean shareFirstToken() {
    var first = labels.stream().map(label -> label.tokens().getFirst().id()).distinct().count();
    return first < labels.size();
  }
}
