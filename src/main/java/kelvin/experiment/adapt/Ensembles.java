package kelvin.experiment.adapt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.experiment.evaluation.Evaluation;
import kelvin.experiment.measure.Decision;

/// Joins evaluations of the same test part.
final class Ensembles {

  private Ensembles() {}

  /// The evaluation by the mean of the shares. An item that a member left out has the mean of the
  /// others' shares, as has one that a member finds impossible.
  ///
  /// @param members of the same data and labels, at least one
  static Evaluation mean(List<Evaluation> members) {
    var byPlace = new HashMap<String, List<Evaluation.Item>>();
    for (var member : members) {
      for (var item : member.items()) {
        byPlace.computeIfAbsent(item.place(), _ -> new ArrayList<>()).add(item);
      }
    }
    var first = members.getFirst();
    var items =
        first.items().stream()
            .map(item -> joined(item, byPlace.getOrDefault(item.place(), List.of(item))))
            .toList();
    return new Evaluation(first.facts(), first.labels(), items);
  }

  private static Evaluation.Item joined(Evaluation.Item item, List<Evaluation.Item> all) {
    int labels = item.decision().shares().size();
    var decided = all.stream().map(Evaluation.Item::decision).filter(Decision::isDecided).toList();
    var shares =
        decided.isEmpty()
            ? Collections.nCopies(labels, Double.NaN)
            : IntStream.range(0, labels)
                .mapToObj(
                    label ->
                        decided.stream().mapToDouble(d -> d.shares().get(label)).sum()
                            / decided.size())
                .toList();
    return new Evaluation.Item(
        item.place(),
        item.input(),
        Decision.of(shares, item.decision().right()),
        Double.NaN,
        all.stream().anyMatch(Evaluation.Item::shortened));
  }
}
