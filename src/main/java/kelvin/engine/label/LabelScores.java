package kelvin.engine.label;

import java.util.Collections;
import java.util.HashSet;
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

  /// The probability that the text continues with none of the labels, from 0 to 1. A label that
  /// begins with another one counts as part of that one. NaN if tokens of the prompt are scored
  /// with the labels, because the labels then have no probabilities of their own.
  public double outside() {
    return Math.max(0, 1 - inside());
  }

  /// The probability that the text continues with one of the labels: the sum of their own
  /// probabilities, in which a label that begins with another one counts as part of that one. NaN
  /// as `outside`.
  public double inside() {
    if (!boundary.isSafe()) {
      return Double.NaN;
    }
    var spellings = labels.stream().flatMap(label -> label.spellings().stream()).toList();
    double inside = 0;
    for (var each : ScoredLabel.counted(spellings)) {
      inside += each.probability();
    }
    return inside;
  }

  /// Returns whether spellings of two labels start with the same token, so that one token cannot
  /// tell them apart.
  public boolean shareFirstToken() {
    var seen = new HashSet<Integer>();
    for (var label : labels) {
      var own = new HashSet<Integer>();
      label.spellings().forEach(each -> own.add(each.tokens().getFirst().id()));
      if (!Collections.disjoint(seen, own)) {
        return true;
      }
      seen.addAll(own);
    }
    return false;
  }
}
