package kelvin.ui.watch;

import java.util.ArrayList;
import java.util.List;
import kelvin.engine.TextTrace;

/// Computes the probability of a watched row at each position of the context.
final class RowProbabilities {

  private RowProbabilities() {}

  /// Adds up the probabilities of the rows' tokens, counting each token once.
  ///
  /// @param traces one per spelling
  /// @return by position, from 0; NaN where unknown; empty when a trace is empty
  static List<Double> of(List<TextTrace> traces) {
    var distinct = new ArrayList<TextTrace>();
    for (var trace : traces) {
      boolean isNew =
          distinct.stream().noneMatch(t -> t.ids().getFirst().equals(trace.ids().getFirst()));
      if (isNew) {
        distinct.add(trace);
      }
    }
    int positions =
        distinct.stream().mapToInt(trace -> trace.logProbabilities().size()).min().orElse(0);
    var sums = new ArrayList<Double>(positions);
    for (int i = 0; i < positions; i++) {
      double sum = 0;
      for (var trace : distinct) {
        sum += Math.exp(trace.logProbabilities().get(i));
      }
      sums.add(sum);
    }
    return sums;
  }
}
