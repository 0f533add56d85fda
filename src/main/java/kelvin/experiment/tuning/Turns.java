package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import kelvin.experiment.data.Pair;
import kelvin.prompt.Shuffle;

/// Draws pairs so that each label has its turn.
final class Turns {

  private Turns() {}

  /// Draws `count` pairs, and keeps their order.
  static List<Pair> drawn(List<Pair> pairs, int count, long seed) {
    var turns = new HashMap<String, Integer>();
    var order = new ArrayList<Drawn>();
    for (var pair : Shuffle.of(pairs, seed)) {
      order.add(new Drawn(pair, turns.merge(pair.label(), 1, Integer::sum)));
    }
    order.sort(Comparator.comparingInt(Drawn::turn));
    var kept = new HashSet<Pair>();
    order.stream().limit(count).map(Drawn::pair).forEach(kept::add);
    return pairs.stream().filter(kept::contains).limit(count).toList();
  }

  private record Drawn(Pair pair, int turn) {}
}
