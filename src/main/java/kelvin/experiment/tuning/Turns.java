package kelvin.experiment.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import kelvin.experiment.data.Pair;
import kelvin.prompt.Shuffle;

/// Draws pairs so that each label has its turn.
public final class Turns {

  private Turns() {}

  /// Draws `count` pairs, and keeps their order.
  static List<Pair> drawn(List<Pair> pairs, int count, long seed) {
    var kept = new HashSet<>(order(pairs, seed).subList(0, Math.min(count, pairs.size())));
    return pairs.stream().filter(kept::contains).limit(count).toList();
  }

  /// All pairs in the order of the draw: the first n are those that a draw of n gives, so that a
  /// greater draw has all of a smaller one.
  public static List<Pair> order(List<Pair> pairs, long seed) {
    var turns = new HashMap<String, Integer>();
    var order = new ArrayList<Drawn>();
    for (var pair : Shuffle.of(pairs, seed)) {
      order.add(new Drawn(pair, turns.merge(pair.label(), 1, Integer::sum)));
    }
    order.sort(Comparator.comparingInt(Drawn::turn));
    return order.stream().map(Drawn::pair).toList();
  }

  private record Drawn(Pair pair, int turn) {}
}
