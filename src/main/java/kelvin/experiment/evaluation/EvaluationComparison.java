package kelvin.experiment.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import kelvin.experiment.measure.PairedBootstrap;

/// The accuracy of two evaluations on the items that both have.
///
/// @param common the number of those items
/// @param accuracy of the second less that of the first; empty without a common item
public record EvaluationComparison(int common, Optional<PairedBootstrap> accuracy) {

  /// The same seed everywhere, so that a comparison says the same tomorrow.
  private static final long SEED = 42;

  /// Items are the same if place, text and right label are.
  private record Key(String place, String input, String right) {
    static Key of(Evaluation evaluation, Evaluation.Item item) {
      return new Key(item.place(), item.input(), evaluation.right(item));
    }
  }

  public static EvaluationComparison of(Evaluation first, Evaluation second) {
    var others = new HashMap<Key, Evaluation.Item>();
    second.items().forEach(item -> others.put(Key.of(second, item), item));
    var before = new ArrayList<Double>();
    var after = new ArrayList<Double>();
    for (var item : first.items()) {
      var other = others.get(Key.of(first, item));
      if (other != null) {
        before.add(item.decision().isRight() ? 1.0 : 0.0);
        after.add(other.decision().isRight() ? 1.0 : 0.0);
      }
    }
    return new EvaluationComparison(
        before.size(),
        before.isEmpty() ? Optional.empty() : Optional.of(PairedBootstrap.of(before, after, SEED)));
  }
}
